package dev.akin.index.store;

import dev.akin.paper.Holding;
import dev.akin.paper.NamePattern;
import dev.akin.paper.Period;
import dev.akin.paper.PublicationDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which papers may be found. A part that is absent or empty lets every paper pass. Of several
/// categories, authors or languages, a paper needs only one.
///
/// @param from papers of this day or later; a paper with only a year passes if any day of that year
///   is in range
/// @param to papers of this day or earlier
/// @param categories in any case; `cs` lets `cs.CL` pass
/// @param authors all words of a name, in any order and case
/// @param languages codes of ISO 639-1, such as `en`, in any case
/// @param held how the papers' repositories hold them
/// @param typed what somebody typed into a search box
/// @param within papers whose date lies in it with all its days; absent for all
/// @param without ids of papers that do not pass
public record Filter(
    @Nullable PublicationDate from,
    @Nullable PublicationDate to,
    List<String> categories,
    List<String> authors,
    List<String> languages,
    Held held,
    Typed typed,
    @Nullable Period within,
    Set<String> without) {
  /// Lets every paper pass.
  public static final Filter NONE = new Filter(null, null, List.of(), List.of(), List.of());

  /// How repositories hold papers. Of several values of one part, a paper needs only one.
  ///
  /// @param access who may read the full text; a paper whose embargo has ended is open
  /// @param collections whole names, in any case
  /// @param sources whole names, in any case
  public record Held(
      List<Holding.AccessRight> access, List<String> collections, List<String> sources) {
    /// Lets every paper pass.
    public static final Held ANY = new Held(List.of(), List.of(), List.of());

    /// @throws IllegalArgumentException if a text is blank
    public Held {
      access = List.copyOf(access);
      collections = List.copyOf(collections);
      sources = List.copyOf(sources);
      requireText("collection", collections);
      requireText("source", sources);
    }
  }

  /// What somebody typed into a search box. A paper needs all of it.
  ///
  /// @param from papers of this day or later
  /// @param to papers of this day or earlier
  /// @param persons authors of the paper
  /// @param categories in any case; `cs` lets `cs.CL` pass
  /// @param phrases what title or abstract have word for word, except for endings
  /// @param excluded words and phrases that neither of them has
  public record Typed(
      @Nullable PublicationDate from,
      @Nullable PublicationDate to,
      List<NamePattern> persons,
      List<String> categories,
      List<String> phrases,
      List<String> excluded) {
    /// Lets every paper pass.
    public static final Typed ANYTHING =
        new Typed(null, null, List.of(), List.of(), List.of(), List.of());

    /// Lets the papers of a person pass.
    public static Typed by(NamePattern person) {
      return new Typed(null, null, List.of(person), List.of(), List.of(), List.of());
    }

    /// Lets the papers pass that contain a phrase.
    public static Typed containing(String phrase) {
      return new Typed(null, null, List.of(), List.of(), List.of(phrase), List.of());
    }

    public Typed {
      persons = List.copyOf(persons);
      categories = List.copyOf(categories);
      phrases = List.copyOf(phrases);
      excluded = List.copyOf(excluded);
    }
  }

  /// A filter for which nothing was typed.
  ///
  /// @throws IllegalArgumentException if `from` is after `to`, or a text is blank
  public Filter(
      @Nullable PublicationDate from,
      @Nullable PublicationDate to,
      List<String> categories,
      List<String> authors,
      List<String> languages,
      Held held) {
    this(from, to, categories, authors, languages, held, Typed.ANYTHING, null, Set.of());
  }

  /// A filter that does not ask how papers are held.
  ///
  /// @throws IllegalArgumentException if `from` is after `to`, or a text is blank
  public Filter(
      @Nullable PublicationDate from,
      @Nullable PublicationDate to,
      List<String> categories,
      List<String> authors,
      List<String> languages) {
    this(from, to, categories, authors, languages, Held.ANY);
  }

  /// @throws IllegalArgumentException if `from` is after `to`, or a text is blank
  public Filter {
    categories = List.copyOf(categories);
    authors = List.copyOf(authors);
    languages = List.copyOf(languages);
    without = Set.copyOf(without);
    if (from != null && to != null && from.earliest().isAfter(to.latest())) {
      throw new IllegalArgumentException("from " + from + " is after to " + to);
    }
    requireText("category", categories);
    requireText("author", authors);
    requireText("language", languages);
  }

  private static void requireText(String what, List<String> values) {
    if (values.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(what + " is blank");
    }
  }

  /// A filter for what was typed, and nothing else.
  public static Filter of(Typed typed) {
    return NONE.with(typed);
  }

  /// The same for papers that also meet what was typed.
  public Filter with(Typed other) {
    return copy(held, other, within, without);
  }

  /// The same for papers that are held otherwise.
  public Filter with(Held other) {
    return copy(other, typed, within, without);
  }

  /// The same for papers whose date lies in a period with all its days.
  public Filter within(Period period) {
    return copy(held, typed, period, without);
  }

  /// The same without some papers.
  ///
  /// @param ids of these papers, which need not exist
  public Filter without(Set<String> ids) {
    return copy(held, typed, within, ids);
  }

  private Filter copy(Held how, Typed what, @Nullable Period when, Set<String> without) {
    return new Filter(from, to, categories, authors, languages, how, what, when, without);
  }

  /// Whether every paper passes.
  public boolean isNone() {
    return equals(NONE);
  }
}
