package dev.akin.recommend.rank;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.search.NearestOptions;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Strategy;
import dev.akin.vector.Space;
import java.util.List;
import java.util.Map;

/// What a query points at in the spaces of the index's models.
sealed interface QueryDirection permits AverageDirection, BestDirection {
  /// The aim of some examples.
  ///
  /// @throws NoDirectionException if they cancel each other out
  static QueryDirection of(List<Space> spaces, Strategy strategy, Examples examples) {
    return switch (strategy) {
      case AVERAGE -> AverageDirection.of(spaces, examples);
      case BEST -> new BestDirection(examples);
    };
  }

  /// Whether it points nowhere, because no positive example has a text.
  boolean isEmpty();

  /// Papers that are near, by number.
  ///
  /// @param count how many for each direction
  Map<Integer, Nearness> nearest(IndexSnapshot snapshot, int count, NearestOptions options);

  /// How near given papers are, by number; those without a vector are left out.
  Map<Integer, Nearness> nearness(IndexSnapshot snapshot, int[] papers);

  /// How near a paper is.
  ///
  /// @param cosine -1 to 1, the mean over the models
  /// @param toExamples by which its rarity is judged: the mean cosine with the single positives, as
  ///   a mean of many papers is near to everything
  /// @param score what it is ranked by
  record Nearness(double cosine, double toExamples, double score) {}
}
