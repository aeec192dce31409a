package dev.akin.bench.million;

import dev.akin.Seed;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Related papers by id, in process, for random papers of an index.
final class Searches {
  private static final int QUERIES = 500;
  private static final int COMPARED = 200;
  private static final int DEPTH = 10;

  private final PaperIndex index;
  private final Recommender recommender;
  private final List<String> ids;

  /// Times of one kind of query, in milliseconds.
  record Times(double p50, double p99) {}

  Searches(PaperIndex index) {
    this.index = index;
    this.recommender =
        new Recommender(
            index,
            () -> {
              throw new IllegalStateException("no text is embedded here");
            });
    this.ids = randomIds();
  }

  private List<String> randomIds() {
    try (IndexSnapshot snapshot = index.snapshot()) {
      List<Integer> papers = new ArrayList<>();
      snapshot.scan(papers::add);
      Random random = Seed.fixed(1);
      return random
          .ints(QUERIES, 0, papers.size())
          .mapToObj(i -> snapshot.id(papers.get(i)).value())
          .toList();
    }
  }

  /// Only papers of a category, such as `tenth`.
  static Filter category(String name) {
    return new Filter(null, null, List.of(name), List.of(), List.of());
  }

  /// Answers one query.
  void first() {
    answer(ids.getFirst(), RecommendOptions.DEFAULT);
  }

  private void answer(String id, RecommendOptions options) {
    try {
      recommender.recommend(Query.of(new Example.LikePaper(id)), options);
    } catch (NoDirectionException e) {
      throw new IllegalStateException(id, e);
    }
  }

  /// The times of all queries, after each was answered once.
  Times times(Mode mode, Filter filter) {
    RecommendOptions options = RecommendOptions.DEFAULT.withMode(mode).withFilter(filter);
    double[] millis = new double[ids.size()];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < millis.length; i++) {
        long start = System.nanoTime();
        answer(ids.get(i), options);
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    return new Times(millis[millis.length / 2], millis[millis.length * 99 / 100]);
  }

  /// The share of the ten nearest by exact search that the graph finds.
  double recall(Filter filter) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      return ids.stream()
          .limit(COMPARED)
          .mapToDouble(id -> recall(snapshot, id, filter))
          .average()
          .orElse(1);
    }
  }

  private static double recall(IndexSnapshot snapshot, String id, Filter filter) {
    int paper = snapshot.find(id).orElseThrow();
    List<Embedding> query = snapshot.embeddings(paper);
    if (query.isEmpty()) {
      return 1;
    }
    List<Hit> exact =
        others(snapshot, paper, query.getFirst(), filter, NearestOptions.Method.EXACT);
    List<Hit> found =
        others(snapshot, paper, query.getFirst(), filter, NearestOptions.Method.GRAPH);
    if (exact.isEmpty()) {
      return 1;
    }
    // A tie is not a miss.
    double least = exact.getLast().score();
    return Math.min(
        1.0, found.stream().filter(hit -> hit.score() >= least).count() / (double) exact.size());
  }

  private static List<Hit> others(
      IndexSnapshot snapshot,
      int paper,
      Embedding query,
      Filter filter,
      NearestOptions.Method method) {
    return snapshot.nearest(query, DEPTH + 1, new NearestOptions(filter, method)).stream()
        .filter(hit -> hit.paper() != paper)
        .limit(DEPTH)
        .toList();
  }
}
