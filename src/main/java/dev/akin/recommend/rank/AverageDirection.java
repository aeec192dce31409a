package dev.akin.recommend.rank;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.search.Hit;
import dev.akin.index.search.NearestOptions;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Resolved;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// One direction for each model, the [ExampleMean] of the examples. A paper's closeness is the mean
/// over the models.
///
/// @param directions one for each model; none if no positive has an embedding
/// @param single the positives one by one, if there is more to the directions than one of them
record AverageDirection(List<Embedding> directions, List<Resolved> single)
    implements QueryDirection {
  /// What is shorter is what rounding leaves of directions of length 1 that cancel.
  private static final double MIN_LENGTH = 1e-5;

  /// The aim of one example.
  static AverageDirection of(Resolved example) {
    return new AverageDirection(example.embeddings(), List.of());
  }

  static AverageDirection of(List<Space> spaces, Examples examples) {
    ExampleMean mix = ExampleMean.of(examples);
    if (mix.examples().isEmpty()) {
      return new AverageDirection(List.of(), List.of());
    }
    if (mix.examples().size() == 1) {
      return of(mix.examples().getFirst());
    }
    return new AverageDirection(
        IntStream.range(0, spaces.size())
            .mapToObj(column -> direction(spaces.get(column), mix.sum(column)))
            .toList(),
        mix.positives());
  }

  private static Embedding direction(Space space, float[] sum) {
    if (Cosine.dot(sum, sum) < MIN_LENGTH * MIN_LENGTH) {
      throw new NoDirectionException("the examples cancel each other out");
    }
    return Embedding.normalize(space, sum);
  }

  @Override
  public boolean isEmpty() {
    return directions.isEmpty();
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

  /// The mean over the models.
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
