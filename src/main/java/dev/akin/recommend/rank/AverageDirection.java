package dev.akin.recommend.rank;

import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.Resolved;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One direction for each model, the [ExampleMean] of the examples. A paper's similarity is the
/// mean of its cosines over the models.
///
/// @param ways one for each model
record AverageDirection(List<Way> ways) implements QueryDirection {
  /// A shorter vector is the rounding error of directions of length 1 that cancel each other out.
  private static final double MIN_LENGTH = 1e-5;

  /// Why there is no direction then.
  static final String CANCELLED = "the examples cancel each other out";

  /// The direction in the space of one model.
  ///
  /// @param whole of all examples
  /// @param positives of the positives alone; `whole` itself if there are no negatives, absent if
  ///   they cancel each other out
  /// @param length of the weighted mean of the positives. The mean of a paper's cosines with them
  ///   is its cosine with their direction times this
  private record Way(Embedding whole, @Nullable Embedding positives, double length) {
    static Way of(Embedding single) {
      return new Way(single, single, 1);
    }

    /// Absent if the examples cancel each other out.
    static @Nullable Way of(Space space, ExampleMean mean, int column) {
      Embedding whole = normalize(space, mean.sum(column));
      if (whole == null) {
        return null;
      }
      float[] sum = mean.ofPositives().sum(column);
      Embedding positives = mean.hasNegatives() ? normalize(space, sum) : whole;
      return new Way(whole, positives, Math.sqrt(Cosine.dot(sum, sum)));
    }

    /// How near papers are.
    ///
    /// @param hits the papers, with their cosines with the whole
    Map<Integer, Nearness> nearness(IndexSnapshot snapshot, List<Hit> hits) {
      Map<Integer, Double> cosines = new HashMap<>();
      if (positives != null && positives != whole) {
        int[] papers = hits.stream().mapToInt(Hit::paper).toArray();
        snapshot.nearest(positives, papers).forEach(hit -> cosines.put(hit.paper(), hit.score()));
      }
      Map<Integer, Nearness> nearness = new HashMap<>();
      for (Hit hit : hits) {
        double cosine = hit.score();
        double toPositives = positives == whole ? cosine : cosines.getOrDefault(hit.paper(), 0.0);
        nearness.put(hit.paper(), new Nearness(cosine, length * toPositives, cosine));
      }
      return nearness;
    }
  }

  /// The direction of one example.
  static AverageDirection of(Resolved example) {
    return new AverageDirection(example.embeddings().stream().map(Way::of).toList());
  }

  /// The direction of some examples, of which a positive has an embedding.
  static QueryDirection of(List<Space> spaces, Examples examples) {
    ExampleMean mean = ExampleMean.of(examples);
    if (mean.examples().size() == 1) {
      return of(mean.examples().getFirst());
    }
    List<Way> ways = new ArrayList<>();
    for (int column = 0; column < spaces.size(); column++) {
      Way way = Way.of(spaces.get(column), mean, column);
      if (way == null) {
        return new Nowhere(CANCELLED);
      }
      ways.add(way);
    }
    return new AverageDirection(ways);
  }

  /// The direction of a sum of unit vectors; absent if they cancel each other out.
  static @Nullable Embedding normalize(Space space, float[] sum) {
    return Cosine.dot(sum, sum) < MIN_LENGTH * MIN_LENGTH ? null : Embedding.normalize(space, sum);
  }

  @Override
  public Map<Integer, Nearness> nearest(IndexSnapshot snapshot, int count, NearestOptions options) {
    if (ways.size() == 1) {
      Way way = ways.getFirst();
      return way.nearness(snapshot, snapshot.nearest(way.whole(), count, options));
    }
    int[] found =
        ways.stream()
            .flatMap(way -> snapshot.nearest(way.whole(), count, options).stream())
            .mapToInt(Hit::paper)
            .distinct()
            .toArray();
    return nearness(snapshot, found);
  }

  @Override
  public Map<Integer, Nearness> nearness(IndexSnapshot snapshot, int[] papers) {
    Map<Integer, Nearness> sum = new HashMap<>();
    for (Way way : ways) {
      way.nearness(snapshot, snapshot.nearest(way.whole(), papers))
          .forEach((paper, near) -> sum.merge(paper, near, AverageDirection::sum));
    }
    if (ways.size() > 1) {
      sum.replaceAll((_, near) -> share(near, ways.size()));
    }
    return sum;
  }

  private static Nearness sum(Nearness one, Nearness other) {
    return new Nearness(
        one.cosine() + other.cosine(),
        one.toExamples() + other.toExamples(),
        one.score() + other.score());
  }

  private static Nearness share(Nearness sum, int models) {
    return new Nearness(sum.cosine() / models, sum.toExamples() / models, sum.score() / models);
  }
}
