package dev.akin.report.topic;

import dev.akin.report.topic.PreviousTopics.PreviousTopic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds which topics were in an earlier report. A topic persists in the new topic that has at
/// least half of its papers that are still in the index. Each id is given to one new topic: pairs
/// of topics with more shared papers come first, then smaller ids.
final class TopicIds {
  private record Pair(int previous, int topic, int shared) {}

  private final Map<Integer, PreviousTopic> persisting = new TreeMap<>();
  private final int[] ids;

  /// @param of the place of each row's previous topic in the list; -1 for none
  /// @param topics the rows of each new topic
  TopicIds(PreviousTopics before, int[] of, List<List<Integer>> topics) {
    int[] left = new int[before.topics().size()];
    List<Pair> pairs = pairs(of, topics, left);
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (2 * pair.shared() >= left[pair.previous()]
          && !persisting.containsKey(pair.topic())
          && taken.add(pair.previous())) {
        persisting.put(pair.topic(), before.topics().get(pair.previous()));
      }
    }
    this.ids = new int[topics.size()];
    int next = before.next();
    for (int topic = 0; topic < ids.length; topic++) {
      PreviousTopic previous = persisting.get(topic);
      ids[topic] = previous == null ? next++ : previous.id();
    }
  }

  private static List<Pair> pairs(int[] of, List<List<Integer>> topics, int[] left) {
    List<Pair> pairs = new ArrayList<>();
    for (int previous : of) {
      if (previous >= 0) {
        left[previous]++;
      }
    }
    for (int topic = 0; topic < topics.size(); topic++) {
      int[] shared = new int[left.length];
      for (int row : topics.get(topic)) {
        if (of[row] >= 0) {
          shared[of[row]]++;
        }
      }
      for (int previous = 0; previous < shared.length; previous++) {
        if (shared[previous] > 0) {
          pairs.add(new Pair(previous, topic, shared[previous]));
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::shared)
            .reversed()
            .thenComparingInt(Pair::previous)
            .thenComparingInt(Pair::topic));
    return pairs;
  }

  /// The id of a topic, by its place: the id of the topic that persists in it, or an id that no
  /// topic ever had.
  int id(int topic) {
    return ids[topic];
  }

  /// The label of the topic that persists in a topic, by its place; null if none does.
  @Nullable String label(int topic) {
    PreviousTopic previous = persisting.get(topic);
    return previous == null ? null : previous.label();
  }

  /// The labels of all topics that persist.
  Set<String> labels() {
    return persisting.values().stream()
        .map(PreviousTopic::label)
        .collect(Collectors.toUnmodifiableSet());
  }
}
