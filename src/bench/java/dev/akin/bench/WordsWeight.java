package dev.akin.bench;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.evaluate.Bootstrap;
import dev.akin.evaluate.Evaluation;
import dev.akin.evaluate.LabeledTopics;
import dev.akin.evaluate.Report;
import dev.akin.evaluate.ReportTable;
import dev.akin.evaluate.Run;
import dev.akin.evaluate.Task;
import dev.akin.evaluate.TestCollection;
import dev.akin.evaluate.TestQuery;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How good meaning and words are together, for several weights of the words: cosine + weight ·
/// share of BM25, as the recommender adds them, but without exact phrases and without folding
/// versions.
///
/// Usage: WordsWeight INDEX MODELS COLLECTION|TOPICS WEIGHT...
final class WordsWeight {
  private static final int NEIGHBORS = 10;

  /// Only one labeled paper in so many is asked about.
  private static final int EACH = 3;

  private final IndexSnapshot snapshot;
  private final Recommender recommender;
  private final List<Double> weights;

  private WordsWeight(IndexSnapshot snapshot, Recommender recommender, List<Double> weights) {
    this.snapshot = snapshot;
    this.recommender = recommender;
    this.weights = weights;
  }

  public static void main(String[] arguments) {
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot();
        Embedders embedders =
            Embedders.open(
                new Models(
                    snapshot.info().spaces().stream()
                        .map(
                            space ->
                                ModelFolder.open(Path.of(arguments[1], space.model())).of(space))
                        .toList()),
                EmbedOptions.onAllCores())) {
      WordsWeight bench =
          new WordsWeight(
              snapshot,
              new Recommender(index, () -> embedders),
              Stream.of(arguments).skip(3).map(Double::valueOf).toList());
      Path what = Path.of(arguments[2]);
      if (Files.isDirectory(what)) {
        bench.collection(TestCollection.read(what));
      } else {
        bench.topics(LabeledTopics.read(what));
      }
    }
  }

  private void collection(TestCollection collection) {
    List<dev.akin.evaluate.TaskResult> results = new ArrayList<>();
    for (Task task : collection.tasks()) {
      Map<Double, Map<String, List<Run.Ranked>>> rankings = new LinkedHashMap<>();
      weights.forEach(weight -> rankings.put(weight, new LinkedHashMap<>()));
      for (TestQuery query : task.queries()) {
        Query asked = Query.of(query.example());
        Scores scores = scores(asked, candidates(query, asked));
        rankings.forEach(
            (weight, byQuery) -> byQuery.put(query.id(), scores.ranked(weight, snapshot)));
      }
      List<Run> runs = new ArrayList<>();
      rankings.forEach(
          (weight, byQuery) ->
              runs.add(new Run(String.format(Locale.ROOT, "w %.2f", weight), null, byQuery)));
      results.add(Evaluation.of(task, runs, List.of()));
    }
    ReportTable.of(new Report(collection.name(), Bootstrap.DEFAULT, results))
        .forEach(System.out::println);
  }

  private int[] candidates(TestQuery query, Query asked) {
    List<PaperId> pool = query.pool();
    if (pool == null) {
      pool = new ArrayList<>();
      for (Mode mode : List.of(Mode.SEMANTIC, Mode.LEXICAL)) {
        RecommendOptions options =
            RecommendOptions.DEFAULT
                .withMode(mode)
                .withMethod(NearestOptions.Method.EXACT)
                .withFloor(0.0)
                .withLimit(RecommendOptions.MAX_LIMIT);
        for (var result : recommender.recommendOrNothing(asked, options).results()) {
          pool.add(result.paper().id());
          pool.addAll(result.versions());
        }
      }
    }
    return pool.stream()
        .distinct()
        .map(paper -> snapshot.find(paper.value()))
        .flatMapToInt(OptionalInt::stream)
        .toArray();
  }

  private void topics(LabeledTopics topics) {
    Map<Integer, String> topicOf = new LinkedHashMap<>();
    List<PaperId> papers = new ArrayList<>();
    topics
        .topicOf()
        .forEach(
            (paper, topic) -> {
              OptionalInt number = snapshot.find(paper.value());
              if (number.isPresent()) {
                topicOf.put(number.getAsInt(), topic);
                papers.add(paper);
              }
            });
    int[] numbers = topicOf.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[][] right = new double[papers.size()][];
    IntStream.iterate(0, place -> place < papers.size(), place -> place + EACH)
        .parallel()
        .forEach(
            place -> {
              Scores scores =
                  scores(Query.of(new Example.LikePaper(papers.get(place).value())), numbers);
              String topic = topicOf.get(numbers[place]);
              right[place] =
                  weights.stream()
                      .mapToDouble(w -> scores.vote(w, topicOf).equals(topic) ? 1 : 0)
                      .toArray();
            });
    for (int i = 0; i < weights.size(); i++) {
      int weight = i;
      double mean =
          Stream.of(right)
              .filter(Objects::nonNull)
              .mapToDouble(each -> each[weight])
              .average()
              .orElseThrow();
      System.out.printf(Locale.ROOT, "w %.2f  %.2f%n", weights.get(i), 100 * mean);
    }
  }

  private Scores scores(Query query, int[] papers) {
    Map<Integer, double[]> both = new HashMap<>();
    for (Mode mode : List.of(Mode.SEMANTIC, Mode.LEXICAL)) {
      for (Hit hit : recommender.rank(snapshot, query, mode, papers)) {
        both.computeIfAbsent(hit.paper(), _ -> new double[2])[mode == Mode.SEMANTIC ? 0 : 1] =
            hit.score();
      }
    }
    return new Scores(both);
  }

  /// @param both the cosine and the share of the words of each paper, by number
  private record Scores(Map<Integer, double[]> both) {
    private Stream<Hit> best(double weight) {
      return both.entrySet().stream()
          .map(paper -> new Hit(paper.getKey(), paper.getValue()[0] + weight * paper.getValue()[1]))
          .sorted(
              Comparator.comparingDouble((Hit hit) -> -hit.score()).thenComparingInt(Hit::paper));
    }

    List<Run.Ranked> ranked(double weight, IndexSnapshot snapshot) {
      return best(weight)
          .limit(RecommendOptions.MAX_LIMIT + 300L)
          .map(hit -> new Run.Ranked(snapshot.id(hit.paper()), hit.score()))
          .toList();
    }

    String vote(double weight, Map<Integer, String> topicOf) {
      Map<String, Double> votes = new HashMap<>();
      double[] best = new double[NEIGHBORS]; // ascending
      for (double[] paper : both.values()) {
        double score = paper[0] + weight * paper[1];
        if (score > best[0]) {
          best[0] = score;
          Arrays.sort(best);
        }
      }
      both.entrySet().stream()
          .map(paper -> new Hit(paper.getKey(), paper.getValue()[0] + weight * paper.getValue()[1]))
          .filter(hit -> hit.score() >= best[0])
          .forEach(hit -> votes.merge(topicOf.get(hit.paper()), hit.score(), Double::sum));
      return votes.entrySet().stream()
          .max(
              Map.Entry.<String, Double>comparingByValue()
                  .thenComparing(Map.Entry.<String, Double>comparingByKey().reversed()))
          .map(Map.Entry::getKey)
          .orElse("");
    }
  }
}
