package dev.akin.recommend.rank;

import dev.akin.paper.PaperId;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.recommend.query.PaperVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folds candidates that are the same work into one. A candidate that is the same work as an
/// example of the query is not shown.
///
/// A candidate belongs to the first candidate before it that is the same work. To save time, it is
/// first compared with the works that are shown and with the examples; only if it is one of these,
/// with all candidates before it.
final class VersionFolding {
  /// Only this many candidates are compared with each other.
  private static final int MAX_FOLDED = 128;

  private final LoadedPapers papers;

  /// The examples, then the candidates that are compared. A place is an index of this list.
  private final List<PaperVersion> compared;

  private final List<WorkGroup> lines = new ArrayList<>();
  private final List<PaperId> versionsOfExamples = new ArrayList<>();

  /// For each place that belongs to an example or a shown work, the versions of that work.
  private final Map<Integer, List<PaperId>> versions = new TreeMap<>();

  /// @param candidates best first
  /// @param examples the numbers of the query's papers
  /// @param count maximum number of works
  VersionFolding(
      LoadedPapers papers, List<Candidate> candidates, Set<Integer> examples, int count) {
    this.papers = papers;
    this.compared = papers.versions(numbers(candidates, examples));
    for (int place = 0; place < examples.size(); place++) {
      versions.put(place, versionsOfExamples);
    }
    for (int i = 0; i < candidates.size() && (i < MAX_FOLDED || lines.size() < count); i++) {
      add(examples.size() + i, candidates.get(i), count);
    }
  }

  private static List<Integer> numbers(List<Candidate> candidates, Set<Integer> examples) {
    return Stream.concat(
            examples.stream().sorted(), candidates.stream().limit(MAX_FOLDED).map(Candidate::paper))
        .toList();
  }

  private void add(int place, Candidate candidate, int count) {
    List<PaperId> others = place < compared.size() ? versionsOfSame(place) : null;
    if (others != null) {
      others.add(papers.snapshot().id(candidate.paper()));
      versions.put(place, others);
    } else if (lines.size() < count) {
      WorkGroup line = WorkGroup.of(candidate);
      lines.add(line);
      versions.put(place, line.versions());
    }
  }

  /// The versions of the work that a candidate belongs to; absent if that is not shown.
  private @Nullable List<PaperId> versionsOfSame(int place) {
    for (int other : versions.keySet()) {
      if (isSame(other, place)) {
        int first =
            IntStream.range(0, other).filter(i -> isSame(i, place)).findFirst().orElse(other);
        return versions.get(first);
      }
    }
    return null;
  }

  private boolean isSame(int one, int other) {
    return compared.get(one).isSameWorkAs(compared.get(other));
  }

  /// The works, best first.
  List<WorkGroup> lines() {
    return List.copyOf(lines);
  }

  /// The candidates that are the same work as an example, best first.
  List<PaperId> versionsOfExamples() {
    return versionsOfExamples;
  }
}
