package dev.akin.report.topic;

import dev.akin.report.corpus.CentralPapers;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.CorpusSample;
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

/// Finds the topics of a corpus: the communities of its neighbor graph. In a large corpus, these
/// are found among the papers of a sample, and the others join the topics of their neighbors
/// ([JoinedPapers]). Papers in a language that the models do not know are set apart
/// ([LanguageGroup]).
///
/// @hidden public for its own room only
public final class TopicFinder {
  /// To how many of its nearest papers the graph joins each paper.
  public static final int NEIGHBORS = 10;

  private static final PreviousTopics NONE = new PreviousTopics(List.of(), 1, 1);

  private final Corpus corpus;
  private final NeighborLists lists;
  private final List<LanguageGroup> languages;
  private final CorpusSample sample;
  private final NeighborGraph graph;
  private final PreviousTopics before;
  private final int[] previous;

  private TopicFinder(
      Corpus corpus, NeighborLists lists, CorpusSample sample, @Nullable PreviousTopics before) {
    this.corpus = corpus;
    this.languages = LanguageGroup.of(corpus);
    this.sample = sample;
    int[] rows = sample.rows();
    this.lists = languages.isEmpty() ? lists : lists.only(row -> isUnderstood(row));
    this.graph =
        NeighborGraph.of(
            languages.isEmpty()
                ? sample.lists()
                : sample.lists().only(place -> isUnderstood(rows[place])),
            NEIGHBORS);
    this.before = before == null ? NONE : before;
    this.previous = previous();
  }

  private boolean isUnderstood(int row) {
    return corpus.unknownLanguage(row) == null;
  }

  /// Finds the topics.
  ///
  /// @param lists the neighbors of each row, at least [#NEIGHBORS] of them
  /// @param sample the papers among which topics are found
  /// @param before the topics of an earlier report to start from, absent if there is none; a topic
  ///   that persists keeps its id and its label
  public static Topics find(
      Corpus corpus, NeighborLists lists, CorpusSample sample, @Nullable PreviousTopics before) {
    return new TopicFinder(corpus, lists, sample, before).topics();
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
    int[] start =
        Arrays.stream(sample.rows()).map(row -> isUnderstood(row) ? previous[row] : -1).toArray();
    boolean known = Arrays.stream(start).anyMatch(place -> place >= 0);
    Communities.Found found =
        Communities.in(
            graph, corpus.size(), known ? new Communities.Found(start, before.resolution()) : null);
    List<List<Integer>> sampled = new ArrayList<>(members(found.of()));
    List<List<Integer>> rows =
        new ArrayList<>(sample.isWhole() ? sampled : JoinedPapers.rows(lists, sample, sampled));
    int bySubject = rows.size();
    for (LanguageGroup group : languages) {
      sampled.add(group.in(sample.rows()));
      rows.add(group.rows());
    }
    TopicIds ids = new TopicIds(before, previous, rows);
    List<List<TopicWord>> words =
        TopicLabels.words(
            corpus,
            sample.rows(),
            sampled,
            languages.stream().map(LanguageGroup::language).toList());
    TopicProfiles profiles = new TopicProfiles(corpus, graph, sampled);
    TopicLabels labels = new TopicLabels(ids.labels());
    List<Topic> topics = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      CentralPapers central = CentralPapers.of(corpus, rows.get(place));
      LanguageGroup group = place < bySubject ? null : languages.get(place - bySubject);
      String kept = group == null ? ids.label(place) : group.label();
      topics.add(
          new Topic(
              ids.id(place),
              kept == null ? labels.label(words.get(place), title(central)) : kept,
              central.rows(),
              new TopicProfile(
                  words.get(place),
                  central.cosines(),
                  profiles.years(rows.get(place)),
                  profiles.neighbors(place, ids)),
              group == null ? null : group.language()));
    }
    topics.sort(
        Comparator.comparing((Topic topic) -> topic.language() != null)
            .thenComparingInt(topic -> -topic.papers().size())
            .thenComparingInt(Topic::id));
    return new Topics(topics, corpus.size(), found.resolution());
  }

  private String title(CentralPapers central) {
    return corpus.paper(central.rows().getFirst()).title();
  }

  /// The papers of each community by their numbers in the graph, largest community first, equally
  /// large ones in the order of their first papers.
  private static List<List<Integer>> members(int[] of) {
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
