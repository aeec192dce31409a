package dev.akin.report.compare;

import dev.akin.base.Printable;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.PreviousTopics;
import dev.akin.report.topic.PreviousTopics.PreviousTopic;
import dev.akin.report.topic.Topic;
import dev.akin.report.topic.TopicChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// How the size of a topic changed since an earlier report, as `compare.mustache` shows it.
///
/// @param id of the topic
/// @param isHere whether it is a topic of this report
/// @param before how many papers it had
/// @param now how many it has
/// @param newPapers how many of these the earlier report did not have; -1 if that is unknown
/// @param change what happened to it, in words; empty if it persists
record TopicGrowth(
    int id, String label, boolean isHere, int before, int now, int newPapers, String change) {
  /// All topics of both reports; those that grew most first.
  ///
  /// @param newPapers how many papers of a topic are new; -1 if that is unknown
  static List<TopicGrowth> of(
      CorpusTopics found, PreviousTopics earlier, ToIntFunction<Topic> newPapers) {
    Map<Integer, PreviousTopic> old =
        earlier.topics().stream().collect(Collectors.toMap(PreviousTopic::id, topic -> topic));
    Map<Integer, String> changes =
        found.changes().stream().collect(Collectors.toMap(TopicChange::id, TopicChange::words));
    List<TopicGrowth> all = new ArrayList<>();
    for (Topic topic : found.topics().list()) {
      PreviousTopic same = old.remove(topic.id());
      all.add(
          new TopicGrowth(
              topic.id(),
              topic.label(),
              true,
              same == null ? 0 : same.papers().size(),
              topic.papers().size(),
              newPapers.applyAsInt(topic),
              changes.getOrDefault(topic.id(), "")));
    }
    for (PreviousTopic gone : old.values()) {
      all.add(
          new TopicGrowth(
              gone.id(),
              gone.label(),
              false,
              gone.papers().size(),
              0,
              0,
              changes.getOrDefault(gone.id(), "")));
    }
    all.sort(
        Comparator.comparingInt((TopicGrowth topic) -> topic.before() - topic.now())
            .thenComparingInt(TopicGrowth::id));
    return List.copyOf(all);
  }

  String sizeBefore() {
    return Printable.count(before);
  }

  String size() {
    return Printable.count(now);
  }

  String fresh() {
    return newPapers < 0 ? "" : Printable.count(newPapers);
  }

  /// The change of its size with its sign.
  String growth() {
    int more = now - before;
    return (more > 0 ? "+" : more < 0 ? "\u2212" : "") + Printable.count(Math.abs(more));
  }
}
