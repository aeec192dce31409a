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
import java.util.stream.Stream;
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

    boolean isOfPositives() {
      return whole == positives;
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
    List<List<Hit>> found =
        ways.stream().map(way -> snapshot.nearest(way.whole(), count, options)).toList();
    return ways.size() == 1 && ways.getFirst().isOfPositives()
        ? nearness(found, found)
        : nearness(snapshot, papers(found.stream().flatMap(List::stream)));
  }

  private static int[] papers(Stream<Hit> hits) {
    return hits.mapToInt(Hit::paper).distinct().toArray();
  }

  @Override
  public Map<Integer, Nearness> nearness(IndexSnapshot snapshot, int[] papers) {
    List<List<Hit>> whole =
        ways.stream().map(way -> snapshot.nearest(way.whole(), papers)).toList();
    List<List<Hit>> positives = new ArrayList<>();
    for (int column = 0; column < ways.size(); column++) {
      Way way = ways.get(column);
      Embedding direction = way.positives();
      if (way.isOfPositives()) {
        positives.add(whole.get(column));
      } else {
        positives.add(direction == null ? List.of() : snapshot.nearest(direction, papers));
      }
    }
    return nearness(whole, positives);
  }

  /// @param whole what each model says of all examples
  /// @param positives and of the positives
  private Map<Integer, Nearness> nearness(List<List<Hit>> whole, List<List<Hit>> positives) {
    Map<Integer, Double> cosines = new HashMap<>();
    Map<Integer, Double> toExamples = new HashMap<>();
    for (int column = 0; column < ways.size(); column++) {
      add(whole.get(column), 1, cosines);
      add(positives.get(column), ways.get(column).length(), toExamples);
    }
    Map<Integer, Nearness> nearness = new HashMap<>();
    cosines.forEach(
        (paper, cosine) ->
            nearness.put(paper, new Nearness(cosine, toExamples.getOrDefault(paper, 0.0), cosine)));
    return nearness;
  }

  private void add(List<Hit> hits, double length, Map<Integer, Double> means) {
    for (Hit hit : hits) {
      means.merge(hit.paper(), length * hit.score() / ways.size(), Double::sum);
    }
  }
}
