package dev.akin.recommend.understand;

import dev.akin.ask.PersonReading;
import dev.akin.ask.PersonReadings;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.NamePattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds out which words are the name of an author.
///
/// Many names are words, too: *Long*, *Way*, *Brown*. Words are taken for a name if more papers
/// have it as an author's than in their title. Texts are no measure, because they name authors:
/// *the model of Vaswani et al.* But what one text in fifty says is a word. And no paper must have
/// all that was typed together, as in *Brown clustering*.
record PersonSearch(IndexSnapshot snapshot) {
  /// A word is in one text of this many, or in more.
  private static final int WORD_SHARE = 50;

  /// A reading of words as an author of the index.
  ///
  /// @param papers how many papers the author has
  private record Found(PersonReading reading, int papers) {}

  /// The reading as a name that people most likely mean; empty if they hardly mean a name.
  Optional<PersonReading> likely(String words) {
    return found(PersonReadings.of(words)).filter(this::isLikely).findFirst().map(Found::reading);
  }

  /// The reading as a name, likely or not; empty if no author is called so.
  Optional<PersonReading> possible(String words) {
    return found(PersonReadings.of(words))
        .filter(found -> isGiven(found.reading().name()))
        .findFirst()
        .map(Found::reading);
  }

  /// A text that is certainly a name.
  ///
  /// @return the first reading that is an author; if there is none, any
  NamePattern name(String typed) {
    List<PersonReading> readings = PersonReadings.ofName(typed);
    return found(readings)
        .findFirst()
        .map(Found::reading)
        .or(() -> readings.stream().findFirst())
        .map(PersonReading::name)
        .orElse(new NamePattern(typed, List.of()));
  }

  /// The readings that are authors of the index.
  private Stream<Found> found(List<PersonReading> readings) {
    return readings.stream()
        .map(
            reading ->
                new Found(reading, snapshot.count(Filter.of(Filter.Typed.by(reading.name())))))
        .filter(found -> found.papers() > 0);
  }

  private boolean isLikely(Found found) {
    PersonReading reading = found.reading();
    return isGiven(reading.name())
        && found.papers() > snapshot.contents().countTitled(reading.typed())
        && !isWord(reading.typed())
        && (reading.words().isEmpty() || !isTogether(reading));
  }

  /// Whether what stands beside a family name is a given name: for *A. Vaswani*, *Ashish* may be,
  /// but *attention* is a word of titles.
  private boolean isGiven(NamePattern name) {
    return snapshot.contents().hasAuthor(name)
        || name.given().stream().allMatch(word -> snapshot.contents().countTitled(word) == 0);
  }

  private boolean isWord(String name) {
    int texts = snapshot.count(Filter.of(Filter.Typed.containing(name)));
    return texts > snapshot.info().papers() / WORD_SHARE;
  }

  private boolean isTogether(PersonReading reading) {
    return !snapshot.phrase(reading.typed() + " " + reading.words(), 1, Filter.NONE).isEmpty()
        || !snapshot.phrase(reading.words() + " " + reading.typed(), 1, Filter.NONE).isEmpty();
  }
}
