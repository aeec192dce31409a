package dev.akin.recommend;

import dev.akin.index.ClosePair;
import dev.akin.index.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Folds candidates that are the same work into one line; those that are the same work as an
/// example of the query are no answer to it.
final class Fold {
  /// So many candidates are compared with each other; those behind are lines of their own.
  private static final int FOLDED = 128;

  private final IndexSnapshot snapshot;
  private final Map<Integer, Paper> papers = new HashMap<>();
  private final Map<Integer, Line> lines = new LinkedHashMap<>();
  private final List<PaperId> versionsOfExamples = new ArrayList<>();

  /// @param candidates best first
  /// @param examples the numbers of the query's papers
  Fold(IndexSnapshot snapshot, List<Candidate> candidates, Set<Integer> examples) {
    this.snapshot = snapshot;
    Map<Integer, Integer> firstOfWork = firstOfWork(candidates, examples);
    for (Candidate candidate : candidates) {
      int first = firstOfWork.getOrDefault(candidate.paper(), candidate.paper());
      if (first == candidate.paper()) {
        lines.put(first, Line.of(candidate, () -> paper(first)));
      } else {
        versions(first).add(snapshot.id(candidate.paper()));
      }
    }
  }

  /// For each paper that is the same work as one before it, the first of that work; the examples
  /// come before all candidates.
  private Map<Integer, Integer> firstOfWork(List<Candidate> candidates, Set<Integer> examples) {
    int[] numbers =
        IntStream.concat(
                new TreeSet<>(examples).stream().mapToInt(Integer::intValue),
                candidates.stream().limit(FOLDED).mapToInt(Candidate::paper))
            .toArray();
    Map<Integer, Integer> firstOfWork = new HashMap<>();
    for (ClosePair pair : snapshot.closePairs(numbers, SameWork.LEAST_OF_OTHER_TITLES)) {
      if (!firstOfWork.containsKey(pair.other())
          && SameWork.test(paper(pair.one()), paper(pair.other()), pair.cosine())) {
        firstOfWork.put(pair.other(), firstOfWork.getOrDefault(pair.one(), pair.one()));
      }
    }
    return firstOfWork;
  }

  private List<PaperId> versions(int first) {
    Line line = lines.get(first);
    return line == null ? versionsOfExamples : line.versions();
  }

  private Paper paper(int number) {
    return papers.computeIfAbsent(number, snapshot::paper);
  }

  /// A line for each work, best first.
  List<Line> lines() {
    return List.copyOf(lines.values());
  }

  /// The candidates that are the same work as an example, best first.
  List<PaperId> versionsOfExamples() {
    return versionsOfExamples;
  }
}
