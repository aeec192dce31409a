package dev.akin.report.topic;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.topic.PreviousTopics.PreviousTopic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How a topic changed since an earlier report.
///
/// @param kind what happened to the topic
/// @param id the id of the topic
/// @param other the id of the topic that it was split from or merged into; 0 if none
///
/// @hidden public for its own room only
public record TopicChange(Kind kind, int id, int other) {
  /// What can happen to a topic.
  public enum Kind {
    /// It is new, and at least half of its papers were in one topic of the earlier report.
    SPLIT,
    /// Any other new topic.
    NEW,
    /// It is gone, and at least half of its papers that are still in the index are in one topic.
    MERGED,
    /// Any other topic that is gone.
    GONE
  }

  /// The change in words.
  public String words() {
    return switch (kind) {
      case SPLIT -> "split from " + other;
      case NEW -> "new";
      case MERGED -> "merged into " + other;
      case GONE -> "gone";
    };
  }

  /// The changes: first the new topics, then those that are gone, both in the order of ids. A topic
  /// that persists has no change.
  static List<TopicChange> between(PreviousTopics before, Topics topics, Corpus corpus) {
    Map<String, Integer> old = new HashMap<>();
    before.topics().forEach(topic -> topic.papers().forEach(paper -> old.put(paper, topic.id())));
    Map<Integer, Map<Integer, Integer>> to = new TreeMap<>();
    Map<Integer, Map<Integer, Integer>> from = new TreeMap<>();
    for (Topic topic : topics.list()) {
      Map<Integer, Integer> sources = new TreeMap<>();
      for (int row : topic.papers()) {
        int previous = old.getOrDefault(corpus.id(row).value(), 0);
        sources.merge(previous, 1, Integer::sum);
        to.computeIfAbsent(previous, none -> new TreeMap<>()).merge(topic.id(), 1, Integer::sum);
      }
      from.put(topic.id(), sources);
    }
    List<TopicChange> changes = new ArrayList<>();
    List<Integer> known = before.topics().stream().map(PreviousTopic::id).toList();
    from.forEach(
        (id, sources) -> {
          if (!known.contains(id)) {
            int other = halfOf(sources);
            changes.add(new TopicChange(other == 0 ? Kind.NEW : Kind.SPLIT, id, other));
          }
        });
    for (int id : known) {
      if (!from.containsKey(id)) {
        int other = halfOf(to.getOrDefault(id, Map.of()));
        changes.add(new TopicChange(other == 0 ? Kind.GONE : Kind.MERGED, id, other));
      }
    }
    return List.copyOf(changes);
  }

  /// The topic that has at least half of the papers; the smaller id if two have half each; 0 if
  /// there is no such topic, or if half of the papers were in no topic.
  private static int halfOf(Map<Integer, Integer> shares) {
    int all = shares.values().stream().mapToInt(Integer::intValue).sum();
    return shares.entrySet().stream()
        .filter(share -> 2 * share.getValue() >= all)
        .mapToInt(Map.Entry::getKey)
        .min()
        .orElse(0);
  }
}
