package dev.akin.report.topic;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.NeighborGraph;
import dev.akin.report.word.TopicLabels;
import dev.akin.report.word.TopicLabels.TopicWord;
import dev.akin.vector.NeighborLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the topics of a corpus: the communities of its neighbor graph.
///
/// @hidden public for its own room only
public final class TopicFinder {
  /// To how many of its nearest papers the graph joins each paper.
  public static final int NEIGHBORS = 10;

  private static final PreviousTopics NONE = new PreviousTopics(List.of(), 1, 1);

  private final Corpus corpus;
  private final NeighborGraph graph;
  private final PreviousTopics before;
  private final int[] previous;

  private TopicFinder(Corpus corpus, NeighborLists lists, @Nullable PreviousTopics before) {
    this.corpus = corpus;
    this.graph = NeighborGraph.of(lists, NEIGHBORS);
    this.before = before == null ? NONE : before;
    this.previous = previous();
  }

  /// Finds the topics.
  ///
  /// @param lists the neighbors of each row, at least [#NEIGHBORS] of them
  /// @param before the topics of an earlier report to start from, absent if there is none; a topic
  ///   that persists keeps its id and its label
  public static Topics find(Corpus corpus, NeighborLists lists, @Nullable PreviousTopics before) {
    return new TopicFinder(corpus, lists, before).topics();
  }

  /// The place of each row's previous topic; -1 for none.
  private int[] previous() {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < before.topics().size(); place++) {
      for (String paper : before.topics().get(place).papers()) {
        places.put(paper, place);
      }
    }
    int[] of = new int[corpus.size()];
    Arrays.setAll(of, row -> places.getOrDefault(corpus.id(row).value(), -1));
    return of;
  }

  private Topics topics() {
    boolean known = Arrays.stream(previous).anyMatch(place -> place >= 0);
    Communities.Found found =
        Communities.in(graph, known ? new Communities.Found(previous, before.resolution()) : null);
    List<List<Integer>> rows = rows(found.of());
    TopicIds ids = new TopicIds(before, previous, rows);
    List<List<TopicWord>> words = TopicLabels.words(corpus, rows);
    TopicProfiles profiles = new TopicProfiles(corpus, graph, rows);
    TopicLabels labels = new TopicLabels(ids.labels());
    List<Topic> topics = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      CentralPapers central = CentralPapers.of(corpus, rows.get(place));
      String kept = ids.label(place);
      topics.add(
          new Topic(
              ids.id(place),
              kept == null ? labels.label(words.get(place), title(central)) : kept,
              central.rows(),
              new TopicProfile(
                  words.get(place),
                  central.cosines(),
                  profiles.years(rows.get(place)),
                  profiles.neighbors(place, ids))));
    }
    topics.sort(
        Comparator.comparingInt((Topic topic) -> -topic.papers().size())
            .thenComparingInt(Topic::id));
    return new Topics(topics, corpus.size(), found.resolution());
  }

  private String title(CentralPapers central) {
    return corpus.bare(central.rows().getFirst()).title();
  }

  /// The rows of each community, largest first, equally large ones in the order of their first
  /// rows.
  private static List<List<Integer>> rows(int[] of) {
    TreeMap<Integer, List<Integer>> communities = new TreeMap<>();
    for (int row = 0; row < of.length; row++) {
      if (of[row] >= 0) {
        communities.computeIfAbsent(of[row], none -> new ArrayList<>()).add(row);
      }
    }
    return communities.values().stream()
        .sorted(
            Comparator.comparingInt((List<Integer> rows) -> -rows.size())
                .thenComparingInt(List::getFirst))
        .toList();
  }
}
