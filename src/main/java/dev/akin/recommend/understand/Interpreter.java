package dev.akin.recommend.understand;

import dev.akin.ask.PersonReading;
import dev.akin.ask.TypedQuery;
import dev.akin.ask.YearRange;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.NamePattern;
import dev.akin.paper.PastedName;
import dev.akin.recommend.understand.Understood.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Decides how a typed query is read, by what is in the index. The first of these that fits:
///
/// 1. the identifier of a paper: an id, a DOI, an arXiv id, an address;
/// 2. the title of a paper, with all its signs;
/// 3. fields, phrases and excluded words, with the name of a person or a phrase in the rest.
///
/// @param snapshot what is in the index
/// @param readAs the reading that is wanted; absent for the one that fits
///
/// @hidden public for its own room only
public record Interpreter(IndexSnapshot snapshot, @Nullable ReadAs readAs) {
  /// Reads a query.
  public Interpretation interpret(TypedQuery typed) {
    if (readAs == ReadAs.PHRASE || typed.isParagraph()) {
      return phrase(typed, Understood.As.PHRASE, null, null);
    }
    OptionalInt paper =
        readAs == ReadAs.PERSON ? OptionalInt.empty() : snapshot.typed(typed.text());
    if (paper.isPresent()) {
      return new Interpretation.OnePaper(
          paper.getAsInt(), whole(typed, Understood.As.PAPER, null, ReadAs.PHRASE));
    }
    if (readAs == null && !snapshot.titled(typed.text(), 1).isEmpty()) {
      return phrase(typed, Understood.As.TITLE, null, null);
    }
    if (readAs == ReadAs.PAPER || (readAs == null && isIdentifier(typed.text()))) {
      return new Interpretation.NoPaper(
          whole(typed, Understood.As.PAPER, Note.of(Note.Kind.NO_PAPER), ReadAs.PHRASE));
    }
    return ofParts(typed);
  }

  /// Whether a text is certainly a public name of a paper: `24/7` could be a handle, but hardly is.
  private static boolean isIdentifier(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return text.indexOf(' ') < 0
        && (text.contains("://")
            || PastedName.of(text).stream()
                .anyMatch(
                    name ->
                        name.equals(lower)
                            || name.startsWith("doi:")
                            || name.startsWith("arxiv:")));
  }

  private static Interpretation phrase(
      TypedQuery typed, Understood.As as, @Nullable Note note, @Nullable ReadAs other) {
    return new Interpretation.Papers(
        Filter.Typed.ANYTHING,
        new Understood(as, typed, true, List.of(), typed.text(), null, note, other));
  }

  private static Understood whole(
      TypedQuery typed, Understood.As as, @Nullable Note note, ReadAs other) {
    return new Understood(as, typed, true, List.of(), "", null, note, other);
  }

  private Interpretation ofParts(TypedQuery typed) {
    for (String phrase : typed.phrases()) {
      if (snapshot.count(Filter.of(Filter.Typed.containing(phrase))) == 0) {
        Note note = new Note(Note.Kind.NO_PHRASE, phrase);
        return phrase(typed, Understood.As.PHRASE, note, null);
      }
    }
    PersonSearch persons = new PersonSearch(snapshot);
    List<NamePattern> authors =
        new ArrayList<>(typed.authors().stream().map(persons::name).toList());
    Optional<PersonReading> person = person(persons, typed);
    person.ifPresent(reading -> authors.add(reading.name()));
    return papers(typed, authors, person.orElse(null));
  }

  private Optional<PersonReading> person(PersonSearch persons, TypedQuery typed) {
    if (typed.words().isEmpty() || !typed.authors().isEmpty()) {
      return Optional.empty();
    }
    return readAs == ReadAs.PERSON
        ? persons.possible(typed.words())
        : persons.likely(typed.words());
  }

  private Interpretation papers(
      TypedQuery typed, List<NamePattern> authors, @Nullable PersonReading person) {
    if (readAs == ReadAs.PERSON && authors.isEmpty()) {
      return new Interpretation.NoPaper(
          whole(typed, Understood.As.PERSON, note(authors), ReadAs.PHRASE));
    }
    YearRange years = typed.years() == null && person != null ? person.years() : typed.years();
    List<String> names = new ArrayList<>(typed.authors());
    if (person != null) {
      names.add(person.typed());
    }
    String words = typed.subject(person == null ? typed.words() : person.words());
    Understood understood =
        new Understood(
            as(authors, words),
            typed,
            false,
            names,
            words,
            years,
            authors.isEmpty() ? null : note(authors),
            other(typed, person));
    return new Interpretation.Papers(filter(typed, years, authors), understood);
  }

  private static Filter.Typed filter(
      TypedQuery typed, @Nullable YearRange years, List<NamePattern> authors) {
    return new Filter.Typed(
        years == null ? null : years.from(),
        years == null ? null : years.to(),
        authors,
        typed.categories(),
        typed.phrases(),
        typed.excluded());
  }

  private static Understood.As as(List<NamePattern> authors, String words) {
    if (!authors.isEmpty()) {
      return Understood.As.PERSON;
    }
    return words.isEmpty() ? Understood.As.FIELDS : Understood.As.PHRASE;
  }

  /// What people must know about a search for authors; absent if there is nothing.
  private @Nullable Note note(List<NamePattern> authors) {
    if (!snapshot.contents().hasNames()) {
      return Note.of(Note.Kind.NOT_ALL_NAMES);
    }
    return authors.stream().allMatch(this::isKnown) && !authors.isEmpty()
        ? null
        : Note.of(Note.Kind.NO_PERSON);
  }

  private boolean isKnown(NamePattern author) {
    return snapshot.count(Filter.of(Filter.Typed.by(author))) > 0;
  }

  /// The other reading: a name may also be words, and words a name.
  private @Nullable ReadAs other(TypedQuery typed, @Nullable PersonReading person) {
    if (person != null) {
      return ReadAs.PHRASE;
    }
    boolean mayBeName =
        typed.isPlain()
            && new PersonSearch(snapshot)
                .possible(typed.words())
                .filter(reading -> reading.words().isEmpty())
                .isPresent();
    return mayBeName ? ReadAs.PERSON : null;
  }
}
