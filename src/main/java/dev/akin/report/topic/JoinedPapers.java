package dev.akin.report.topic;

import dev.akin.report.corpus.CorpusSample;
import dev.akin.vector.NeighborLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Lets the papers outside a sample join the topics that were found in it.
///
/// A paper joins the topic that has the largest sum of cosines among its ten nearest papers. Each
/// round looks at the topics of the round before, so the first round reaches papers that have
/// neighbors in the sample, and later rounds also those of their neighbors. Papers of the sample
/// stay where they are.
final class JoinedPapers {
  private static final int MAX_ROUNDS = 10;

  private final NeighborLists lists;

  /// The topic of each row; -1 for none.
  private int[] topics;

  private final boolean[] sampled;

  /// The sum of cosines of each topic, 0 except while a paper is looked at.
  private final double[] sums;

  private JoinedPapers(NeighborLists lists, CorpusSample sample, List<List<Integer>> topics) {
    this.lists = lists;
    this.topics = new int[lists.size()];
    Arrays.fill(this.topics, -1);
    this.sampled = new boolean[lists.size()];
    this.sums = new double[topics.size()];
    for (int row : sample.rows()) {
      sampled[row] = true;
    }
    for (int topic = 0; topic < topics.size(); topic++) {
      for (int place : topics.get(topic)) {
        this.topics[sample.rows()[place]] = topic;
      }
    }
  }

  /// The rows of each topic, ascending.
  ///
  /// @param lists the neighbors of each row
  /// @param topics the papers of each topic, by their places in the sample
  static List<List<Integer>> rows(
      NeighborLists lists, CorpusSample sample, List<List<Integer>> topics) {
    JoinedPapers joined = new JoinedPapers(lists, sample, topics);
    int round = 0;
    while (round < MAX_ROUNDS && joined.round()) {
      round++;
    }
    List<List<Integer>> rows = new ArrayList<>();
    topics.forEach(_ -> rows.add(new ArrayList<>()));
    for (int row = 0; row < joined.topics.length; row++) {
      if (joined.topics[row] >= 0) {
        rows.get(joined.topics[row]).add(row);
      }
    }
    return rows;
  }

  /// Does a round; false if nothing has changed.
  private boolean round() {
    int[] before = topics;
    topics =
        IntStream.range(0, before.length)
            .map(row -> sampled[row] ? before[row] : nearest(before, row))
            .toArray();
    return !Arrays.equals(before, topics);
  }

  /// The topic that has the largest sum of cosines among a row's neighbors; of equal ones that of
  /// the nearer neighbor. The row's own if no neighbor has one.
  private int nearest(int[] before, int row) {
    int count = Math.min(TopicFinder.NEIGHBORS, lists.count(row));
    for (int rank = 0; rank < count; rank++) {
      int topic = before[lists.neighbor(row, rank)];
      if (topic >= 0) {
        sums[topic] += Math.max(0, lists.cosine(row, rank));
      }
    }
    int best = -1;
    for (int rank = 0; rank < count; rank++) {
      int topic = before[lists.neighbor(row, rank)];
      if (topic >= 0 && (best < 0 || sums[topic] > sums[best])) {
        best = topic;
      }
    }
    for (int rank = 0; rank < count; rank++) {
      int topic = before[lists.neighbor(row, rank)];
      if (topic >= 0) {
        sums[topic] = 0;
      }
    }
    return best < 0 ? before[row] : best;
  }
}
