package dev.akin.report;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.topic.PreviousTopics;
import dev.akin.report.topic.PreviousTopics.PreviousTopic;
import dev.akin.report.topic.TopicsJson;
import dev.akin.report.word.TopicLabels;
import dev.akin.report.word.TopicLabels.TopicWord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// Labels the topics of a report again, without finding them again: a line for each, with its
/// papers, its label, its words and random titles, separated by tabs.
///
/// Usage: LabelsBench INDEX REPORT TITLES SEED
final class LabelsBench {
  private LabelsBench() {}

  /// Labels and prints.
  public static void main(String[] arguments) throws IOException {
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      label(
          Corpus.of(snapshot),
          TopicsJson.read(Path.of(arguments[1])),
          Integer.parseInt(arguments[2]),
          new Random(Long.parseLong(arguments[3])));
    }
  }

  private static void label(Corpus corpus, PreviousTopics report, int titles, Random random) {
    Map<String, Integer> rows = new HashMap<>();
    corpus.rows().forEach(row -> rows.put(corpus.id(row).value(), row));
    List<List<Integer>> topics = new ArrayList<>();
    for (PreviousTopic topic : report.topics()) {
      topics.add(topic.papers().stream().filter(rows::containsKey).map(rows::get).toList());
    }
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<List<TopicWord>> words =
        TopicLabels.words(
            corpus,
            corpus.rows().toArray(),
            topics.stream().map(list -> list.stream().sorted().toList()).toList(),
            List.of());
    TopicLabels labels = new TopicLabels(Set.of());
    for (int at = 0; at < topics.size(); at++) {
      String central = corpus.paper(topics.get(at).getFirst()).title();
      List<Integer> drawn = new ArrayList<>(topics.get(at));
      Collections.shuffle(drawn, random);
      System.out.println(
          topics.get(at).size()
              + "\t"
              + labels.label(words.get(at), central)
              + "\t"
              + words.get(at).stream()
                  .map(
                      word ->
                          word.text()
                              + String.format(
                                  Locale.ROOT,
                                  " %.2f +%.2f (%.1f)",
                                  word.share(),
                                  word.added(),
                                  word.weight()))
                  .collect(Collectors.joining("; "))
              + drawn.stream()
                  .limit(titles)
                  .map(row -> "\t" + corpus.paper(row).titleOrId().replaceAll("\\s+", " "))
                  .collect(Collectors.joining()));
    }
    System.err.printf(
        Locale.ROOT,
        "%.1f s of this thread%n",
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
  }
}
