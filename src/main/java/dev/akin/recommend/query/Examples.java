package dev.akin.recommend.query;

import dev.akin.paper.Paper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The examples of a query, looked up.
///
/// @param own what must not be recommended, in addition to the examples themselves
///
/// @hidden public for its own room only
public record Examples(List<Resolved> positives, List<Resolved> negatives, OwnWorks own) {
  public Examples(List<Resolved> positives, List<Resolved> negatives) {
    this(positives, negatives, OwnWorks.NONE);
  }

  /// The numbers of the examples that are papers.
  public Set<Integer> numbers() {
    return all().filter(Resolved::isPaper).map(Resolved::number).collect(Collectors.toSet());
  }

  public Stream<Resolved> all() {
    return Stream.concat(positives.stream(), negatives.stream());
  }

  public static List<Paper> papers(List<Resolved> examples) {
    return examples.stream().filter(Resolved::isPaper).map(Resolved::paper).toList();
  }

  /// Whether no positive has a text.
  public boolean isBlank() {
    return positives.stream().allMatch(like -> like.paper().withoutText());
  }

  /// Whether papers are searched for a phrase.
  public boolean isPhrase() {
    return positives.stream().anyMatch(Resolved::phrase);
  }

  /// Whether the end of a text was cut off.
  public boolean truncated() {
    return all().anyMatch(Resolved::truncated);
  }
}
