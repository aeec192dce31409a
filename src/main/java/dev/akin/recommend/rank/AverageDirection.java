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
/// @param directions one for each model; none if an example has no embedding
/// @param single the positives one by one; none if the directions are those of a single example
record AverageDirection(List<Embedding> directions, List<Resolved> single)
    implements QueryDirection {
  /// A shorter vector is the rounding error of directions of length 1 that cancel each other out.
  private static final double MIN_LENGTH = 1e-5;

  /// Why there is no direction then.
  static final String CANCELLED = "the examples cancel each other out";

  /// The direction of one example.
  static AverageDirection of(Resolved example) {
    return new AverageDirection(example.embeddings(), List.of());
  }

  /// The direction of some examples, of which a positive has an embedding.
  static QueryDirection of(List<Space> spaces, Examples examples) {
    ExampleMean mean = ExampleMean.of(examples);
    if (mean.examples().size() == 1) {
      return of(mean.examples().getFirst());
    }
    List<Embedding> directions = new ArrayList<>();
    for (int column = 0; column < spaces.size(); column++) {
      Embedding direction = normalize(spaces.get(column), mean.sum(column));
      if (direction == null) {
        return new Nowhere(CANCELLED);
      }
      directions.add(direction);
    }
    return new AverageDirection(directions, mean.positives());
  }

  /// The direction of a sum of unit vectors; absent if they cancel each other out.
  static @Nullable Embedding normalize(Space space, float[] sum) {
    return Cosine.dot(sum, sum) < MIN_LENGTH * MIN_LENGTH ? null : Embedding.normalize(space, sum);
  }

  @Override
  public Map<Integer, Nearness> nearest(IndexSnapshot snapshot, int count, NearestOptions options) {
    Map<Integer, Double> cosines = new HashMap<>();
    for (Embedding direction : directions) {
      for (Hit hit : snapshot.nearest(direction, count, options)) {
        cosines.put(hit.paper(), hit.score());
      }
    }
    return directions.size() == 1 && single.isEmpty()
        ? nearness(cosines, Map.of())
        : nearness(snapshot, cosines.keySet().stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public Map<Integer, Nearness> nearness(IndexSnapshot snapshot, int[] papers) {
    return nearness(cosines(snapshot, directions, papers), toExamples(snapshot, papers));
  }

  private static Map<Integer, Nearness> nearness(
      Map<Integer, Double> cosines, Map<Integer, Double> toExamples) {
    Map<Integer, Nearness> nearness = new HashMap<>();
    cosines.forEach(
        (paper, cosine) ->
            nearness.put(
                paper, new Nearness(cosine, toExamples.getOrDefault(paper, cosine), cosine)));
    return nearness;
  }

  private Map<Integer, Double> toExamples(IndexSnapshot snapshot, int[] papers) {
    double total = single.stream().mapToDouble(Resolved::weight).sum();
    Map<Integer, Double> means = new HashMap<>();
    for (Resolved example : single) {
      double share = example.weight() / total;
      cosines(snapshot, example.embeddings(), papers)
          .forEach((paper, cosine) -> means.merge(paper, cosine * share, Double::sum));
    }
    return means;
  }

  /// The mean of the cosines over the models, by paper number.
  private static Map<Integer, Double> cosines(
      IndexSnapshot snapshot, List<Embedding> directions, int[] papers) {
    Map<Integer, Double> means = new HashMap<>();
    for (Embedding direction : directions) {
      for (Hit hit : snapshot.nearest(direction, papers)) {
        means.merge(hit.paper(), hit.score() / directions.size(), Double::sum);
      }
    }
    return means;
  }
}
