package dev.akin.recommend;

import java.util.List;

/// What to recommend papers for.
///
/// @param positives papers like these, at least one
/// @param negatives and unlike these
public record Query(List<Example> positives, List<Example> negatives) {
  /// @throws IllegalArgumentException if there is no positive
  public Query {
    positives = List.copyOf(positives);
    negatives = List.copyOf(negatives);
    if (positives.isEmpty()) {
      throw new IllegalArgumentException("nothing to find papers for: give an id or a text");
    }
  }

  /// Papers like one.
  public static Query of(Example example) {
    return new Query(List.of(example), List.of());
  }
}
