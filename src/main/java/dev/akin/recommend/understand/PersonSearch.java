package dev.akin.recommend.understand;

import dev.akin.ask.PersonReading;
import dev.akin.ask.PersonReadings;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.search.Filter;
import dev.akin.paper.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return found(PersonReadings.of(words)).stream()
        .filter(this::isLikely)
        .findFirst()
        .map(Found::reading);
  }

  /// The reading as a name, likely or not; empty if no author is called so.
  Optional<PersonReading> possible(String words) {
    return found(PersonReadings.of(words)).stream().findFirst().map(Found::reading);
  }

  /// A text that is certainly a name.
  ///
  /// @return the reading with the most papers; if there are none, any
  NamePattern name(String typed) {
    List<PersonReading> readings = PersonReadings.ofName(typed);
    return found(readings).stream()
        .findFirst()
        .map(Found::reading)
        .or(() -> readings.stream().findFirst())
        .map(PersonReading::name)
        .orElse(new NamePattern(typed, List.of()));
  }

  /// The authors of the index; of readings of the same words, the one with the most papers.
  private List<Found> found(List<PersonReading> readings) {
    List<Found> found = new ArrayList<>();
    for (PersonReading reading : readings) {
      int papers = snapshot.count(Filter.of(Filter.Typed.by(reading.name())));
      Found last = found.isEmpty() ? null : found.getLast();
      boolean isOfSameWords = last != null && last.reading().typed().equals(reading.typed());
      if (last == null || !isOfSameWords) {
        if (papers > 0) {
          found.add(new Found(reading, papers));
        }
      } else if (papers > last.papers()) {
        found.set(found.size() - 1, new Found(reading, papers));
      }
    }
    return found;
  }

  private boolean isLikely(Found found) {
    PersonReading reading = found.reading();
    return found.papers() > snapshot.countTitled(reading.typed())
        && !isWord(reading.typed())
        && (reading.words().isEmpty() || !isTogether(reading));
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
