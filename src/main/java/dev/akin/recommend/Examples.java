package dev.akin.recommend;

import dev.akin.paper.Paper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The examples of a query, looked up.
record Examples(List<Resolved> positives, List<Resolved> negatives) {
  /// The numbers of those that are papers.
  Set<Integer> numbers() {
    return all().filter(Resolved::isPaper).map(Resolved::number).collect(Collectors.toSet());
  }

  Stream<Resolved> all() {
    return Stream.concat(positives.stream(), negatives.stream());
  }

  static List<Paper> papers(List<Resolved> examples) {
    return examples.stream().filter(Resolved::isPaper).map(Resolved::paper).toList();
  }

  /// The words of the positives.
  String words() {
    return positives.stream().map(Resolved::text).collect(Collectors.joining(" "));
  }

  /// Whether the end of a text was cut off.
  boolean truncated() {
    return all().anyMatch(Resolved::truncated);
  }
}
