package dev.akin.recommend.rank;

import dev.akin.index.search.ClosePairs;
import dev.akin.paper.PaperId;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.work.SameWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Folds candidates that are the same work into one line; those that are the same work as an
/// example of the query are no answer to it.
///
/// A candidate belongs to the first before it that is the same work. It is compared only with what
/// belongs to an example or a line that is wanted, and with all before it only if that is found.
final class VersionFolding {
  /// So many candidates are compared with each other; those behind are lines of their own.
  private static final int FOLDED = 128;

  private final LoadedPapers papers;

  /// The numbers of the examples and the candidates that are compared, which have their places.
  private final int[] numbers;

  private final ClosePairs pairs;
  private final List<WorkGroup> lines = new ArrayList<>();
  private final List<PaperId> versionsOfExamples = new ArrayList<>();

  /// For the place of each that belongs to an example or a line, the versions of that.
  private final Map<Integer, List<PaperId>> versions = new TreeMap<>();

  /// @param candidates best first
  /// @param examples the numbers of the query's papers
  /// @param count the most lines
  VersionFolding(
      LoadedPapers papers, List<Candidate> candidates, Set<Integer> examples, int count) {
    this.papers = papers;
    this.numbers = numbers(candidates, examples);
    this.pairs = papers.snapshot().closePairs(numbers, SameWork.MIN_COSINE);
    for (int place = 0; place < examples.size(); place++) {
      versions.put(place, versionsOfExamples);
    }
    for (int i = 0; i < candidates.size() && (i < FOLDED || lines.size() < count); i++) {
      add(examples.size() + i, candidates.get(i), count);
    }
  }

  private static int[] numbers(List<Candidate> candidates, Set<Integer> examples) {
    return IntStream.concat(
            new TreeSet<>(examples).stream().mapToInt(Integer::intValue),
            candidates.stream().limit(FOLDED).mapToInt(Candidate::paper))
        .toArray();
  }

  private void add(int place, Candidate candidate, int count) {
    List<PaperId> others = place < numbers.length ? versionsOfSame(place) : null;
    if (others != null) {
      others.add(papers.snapshot().id(candidate.paper()));
      versions.put(place, others);
    } else if (lines.size() < count) {
      WorkGroup line = WorkGroup.of(candidate);
      lines.add(line);
      versions.put(place, line.versions());
    }
  }

  /// The versions of what a candidate belongs to; absent if it belongs to no example and no line.
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
    OptionalDouble cosine = pairs.cosine(one, other);
    return cosine.isPresent()
        && SameWork.test(
            papers.paper(numbers[one]), papers.paper(numbers[other]), cosine.getAsDouble());
  }

  /// A line for each work, best first.
  List<WorkGroup> lines() {
    return List.copyOf(lines);
  }

  /// The candidates that are the same work as an example, best first.
  List<PaperId> versionsOfExamples() {
    return versionsOfExamples;
  }
}
