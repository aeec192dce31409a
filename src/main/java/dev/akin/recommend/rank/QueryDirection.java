package dev.akin.recommend.rank;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import dev.akin.vector.Space;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The direction of a query in the spaces of the index's models.
sealed interface QueryDirection
    permits AverageDirection, BestDirection, AspectDirection, QueryDirection.Nowhere {
  /// The direction of some examples.
  ///
  /// @throws NoDirectionException if there is an aspect, and an example has nothing of it
  static QueryDirection of(IndexSnapshot snapshot, RecommendOptions options, Examples examples) {
    QueryDirection whole = of(snapshot.info().spaces(), options.strategyOfMeaning(), examples);
    return options.aspect() == null
        ? whole
        : AspectDirection.of(snapshot, whole, options.aspect(), examples);
  }

  /// The direction of the whole texts of some examples.
  static QueryDirection of(List<Space> spaces, Strategy strategy, Examples examples) {
    if (examples.positives().stream().allMatch(example -> example.embeddings().isEmpty())) {
      return new Nowhere("the model gives the text no direction");
    }
    return switch (strategy) {
      case AVERAGE -> AverageDirection.of(spaces, examples);
      case BEST -> new BestDirection(examples);
    };
  }

  /// Papers that are near, by number.
  ///
  /// @param count how many for each direction
  Map<Integer, Nearness> nearest(IndexSnapshot snapshot, int count, NearestOptions options);

  /// How near given papers are, by number; those without a vector are left out.
  Map<Integer, Nearness> nearness(IndexSnapshot snapshot, int[] papers);

  /// No direction: nothing is near.
  record Nowhere(String why) implements QueryDirection {
    @Override
    public Map<Integer, Nearness> nearest(
        IndexSnapshot snapshot, int count, NearestOptions options) {
      return Map.of();
    }

    @Override
    public Map<Integer, Nearness> nearness(IndexSnapshot snapshot, int[] papers) {
      return Map.of();
    }
  }

  /// How near a paper is.
  ///
  /// @param cosine -1 to 1, the mean over the models
  /// @param toExamples the mean of the cosines with the single positives. The paper's rarity
  ///   follows from this, because the mean of many papers is near to everything
  /// @param score what the paper is ranked by
  /// @param part the cosine with the part of the paper that has the role of the query's aspect;
  ///   absent without an aspect, and if nothing of the paper has the role
  record Nearness(double cosine, double toExamples, double score, @Nullable Double part) {
    /// How much the part counts; not tuned (src/docs/relevance.md).
    private static final double OF_PART = 0.7;

    Nearness(double cosine, double toExamples, double score) {
      this(cosine, toExamples, score, null);
    }

    /// The same with the cosine of the part, ranked by both.
    Nearness with(double cosineOfPart) {
      double both = OF_PART * cosineOfPart + (1 - OF_PART) * score;
      return new Nearness(cosine, toExamples, both, cosineOfPart);
    }
  }
}
