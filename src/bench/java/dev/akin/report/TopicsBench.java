package dev.akin.report;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.CorpusSample;
import dev.akin.report.topic.PreviousTopics;
import dev.akin.report.topic.Topic;
import dev.akin.report.topic.TopicFinder;
import dev.akin.report.topic.Topics;
import dev.akin.vector.AllPairs;
import dev.akin.vector.NeighborLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.cwts.networkanalysis.Clustering;
import org.jspecify.annotations.Nullable;

/// The topics of an index: their labels, how long they take, how far they agree with topics that
/// people gave, and how many persist when a tenth of the papers was not there before.
///
/// Usage: TopicsBench INDEX FILE SEED, where FILE has lines of a paper's id, a tab, and a topic
final class TopicsBench {
  private final Corpus corpus;
  private final NeighborLists lists;

  private TopicsBench(Corpus corpus) {
    this.corpus = corpus;
    long start = System.nanoTime();
    this.lists =
        new AllPairs(TopicFinder.NEIGHBORS, Runtime.getRuntime().availableProcessors())
            .of(corpus.vectors(corpus.rows().toArray()), rows -> {});
    print(
        String.format(
            Locale.ROOT, "%,d papers, their nearest in %.1f s", corpus.size(), seconds(start)));
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws IOException {
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      TopicsBench bench = new TopicsBench(Corpus.of(snapshot));
      Topics topics = bench.topics();
      bench.agreement(topics, Path.of(arguments[1]));
      bench.persistence(topics, Long.parseLong(arguments[2]));
    }
  }

  private static void print(String line) {
    System.out.println(line);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private Topics topics() {
    long start = System.nanoTime();
    Topics topics = TopicFinder.find(corpus, lists, CorpusSample.whole(lists), null);
    for (Topic topic : topics.list()) {
      print(
          String.format(
              Locale.ROOT, "%3d %,6d %s", topic.id(), topic.papers().size(), topic.label()));
    }
    print(
        String.format(
            Locale.ROOT,
            "%d topics, %,d papers in none, resolution %.2f, in %.1f s",
            topics.list().size(),
            topics.outside(),
            topics.resolution(),
            seconds(start)));
    return topics;
  }

  private void agreement(Topics topics, Path file) throws IOException {
    Map<String, Integer> given = new HashMap<>();
    Map<String, Integer> names = new TreeMap<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      int tab = line.indexOf('\t');
      String topic = line.substring(tab + 1);
      names.putIfAbsent(topic, names.size());
      given.put(line.substring(0, tab), names.getOrDefault(topic, 0));
    }
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < corpus.size(); row++) {
      if (topics.of(row) >= 0 && given.containsKey(corpus.id(row).value())) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      print("no papers with a given topic");
      return;
    }
    int[] found = rows.stream().mapToInt(topics::of).toArray();
    int[] people =
        rows.stream().mapToInt(row -> given.getOrDefault(corpus.id(row).value(), 0)).toArray();
    print(
        String.format(
            Locale.ROOT,
            "%,d papers under %d given topics: normalized mutual information %.3f, purity %.3f",
            rows.size(),
            names.size(),
            new Clustering(found).calcNormalizedMutualInformation(new Clustering(people)),
            purity(found, people)));
  }

  /// The share of papers whose given topic is the most frequent of their found one.
  private static double purity(int[] found, int[] people) {
    Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
    for (int at = 0; at < found.length; at++) {
      counts.computeIfAbsent(found[at], none -> new TreeMap<>()).merge(people[at], 1, Integer::sum);
    }
    int most =
        counts.values().stream()
            .mapToInt(of -> of.values().stream().mapToInt(n -> n).max().orElse(0))
            .sum();
    return (double) most / found.length;
  }

  /// Finds the topics of nine papers in ten, then begins with them for all.
  private void persistence(Topics all, long seed) {
    Random random = new Random(seed);
    boolean[] there = new boolean[corpus.size()];
    for (int row = 0; row < there.length; row++) {
      there[row] = random.nextInt(10) > 0;
    }
    float[] @Nullable [] vectors = corpus.vectors(corpus.rows().toArray());
    for (int row = 0; row < there.length; row++) {
      vectors[row] = there[row] ? vectors[row] : null;
    }
    NeighborLists fewer =
        new AllPairs(TopicFinder.NEIGHBORS, Runtime.getRuntime().availableProcessors())
            .of(vectors, rows -> {});
    Topics before = TopicFinder.find(corpus, fewer, CorpusSample.whole(fewer), null);
    PreviousTopics previous =
        new PreviousTopics(
            before.list().stream().map(this::previous).toList(),
            before.list().size() + 1,
            before.resolution());
    Topics after = TopicFinder.find(corpus, lists, CorpusSample.whole(lists), previous);
    long kept = after.list().stream().filter(topic -> topic.id() < previous.next()).count();
    print(
        String.format(
            Locale.ROOT,
            "of %d topics of nine papers in ten %d persist with all papers, beside %d new ones",
            before.list().size(),
            kept,
            after.list().size() - kept));
    print(
        String.format(
            Locale.ROOT,
            "%.1f %% of the papers that were there stay in their topic; begun anew, topics agree with those by %.3f (normalized mutual information)",
            100 * stayed(before, after),
            new Clustering(places(all))
                .calcNormalizedMutualInformation(new Clustering(places(after)))));
  }

  private PreviousTopics.PreviousTopic previous(Topic topic) {
    return new PreviousTopics.PreviousTopic(
        topic.id(),
        topic.label(),
        topic.papers().stream().map(row -> corpus.id(row).value()).toList());
  }

  private double stayed(Topics before, Topics after) {
    int there = 0;
    int stayed = 0;
    for (int row = 0; row < corpus.size(); row++) {
      if (before.of(row) >= 0) {
        there++;
        int id = before.list().get(before.of(row)).id();
        stayed += after.of(row) >= 0 && after.list().get(after.of(row)).id() == id ? 1 : 0;
      }
    }
    return (double) stayed / there;
  }

  /// The place of each row's topic, those of none in one more.
  private int[] places(Topics topics) {
    int[] places = new int[corpus.size()];
    Arrays.setAll(places, row -> topics.of(row) < 0 ? topics.list().size() : topics.of(row));
    return places;
  }
}
