package dev.akin.recommend;

import dev.akin.paper.Paper;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.Weighted;
import java.util.List;

/// Papers for the reader of a library.
///
/// @param entries of the library
/// @param positives what else shows the reader's interests
/// @param negatives what the reader is not interested in
public record LibraryQuery(
    List<Paper> entries, List<Weighted> positives, List<Weighted> negatives) {
  /// The maximum number of entries and positives. To compare that many with each other takes some
  /// seconds.
  public static final int MAX_EXAMPLES = 5_000;

  /// @throws IllegalArgumentException if there are too many examples
  public LibraryQuery {
    entries = List.copyOf(entries);
    positives = List.copyOf(positives);
    negatives = List.copyOf(negatives);
    if (entries.size() + positives.size() > MAX_EXAMPLES) {
      throw new IllegalArgumentException(
          "a library of more than %,d entries; give a part of it".formatted(MAX_EXAMPLES));
    }
    if (negatives.size() > Query.MAX_EXAMPLES) {
      throw new IllegalArgumentException(
          negatives.size() + " negatives, the most is " + Query.MAX_EXAMPLES);
    }
  }
}
