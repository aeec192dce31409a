package dev.akin.recommend.rank;

import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.recommend.query.PaperVersion;
import dev.akin.recommend.query.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folds candidates that are the same work into one. A candidate that is the same work as an
/// example of the query is not shown.
///
/// A candidate belongs to the first candidate before it that is the same work. To save time, it is
/// first compared with the works that are shown and with the examples; only if it is one of these,
/// with all candidates before it.
///
/// Of a work that several sources have, the version of the examples' own source is shown, at the
/// rank of the best one: a repository links to its own copy.
final class VersionFolding {
  /// Only this many candidates are compared with each other.
  private static final int MAX_FOLDED = 128;

  private static final int EXAMPLE = -1;

  private final LoadedPapers papers;
  private final Set<String> sources;

  /// The examples, then the candidates that are compared. A place is an index of this list.
  private final List<PaperVersion> compared;

  private final List<WorkGroup> lines = new ArrayList<>();
  private final List<PaperId> versionsOfExamples = new ArrayList<>();

  /// For each place that belongs to an example or a shown work, the work's line; [#EXAMPLE] for an
  /// example. The places are added in ascending order.
  private final Map<Integer, Integer> works = new LinkedHashMap<>();

  /// @param candidates best first
  /// @param of the examples of the query
  /// @param count maximum number of works
  VersionFolding(LoadedPapers papers, List<Candidate> candidates, Examples of, int count) {
    Set<Integer> examples = of.numbers();
    this.papers = papers;
    this.sources = Set.copyOf(Scope.sources(Examples.papers(of.positives()).stream()));
    this.compared = papers.versions(numbers(candidates, examples));
    for (int place = 0; place < examples.size(); place++) {
      works.put(place, EXAMPLE);
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
    Integer work = place < compared.size() ? sameWork(place) : null;
    if (work != null) {
      addVersion(candidate, work);
      works.put(place, work);
    } else if (lines.size() < count) {
      works.put(place, lines.size());
      lines.add(WorkGroup.of(candidate));
    }
  }

  private void addVersion(Candidate candidate, int work) {
    if (work == EXAMPLE) {
      versionsOfExamples.add(id(candidate));
      return;
    }
    WorkGroup line = lines.get(work);
    if (isOwn(candidate) && !isOwn(line.candidate())) {
      lines.set(work, new WorkGroup(line.candidate().shownAs(candidate), line.versions()));
      line.versions().addFirst(id(line.candidate()));
    } else {
      line.versions().add(id(candidate));
    }
  }

  private PaperId id(Candidate candidate) {
    return papers.snapshot().id(candidate.paper());
  }

  private boolean isOwn(Candidate candidate) {
    return !sources.isEmpty()
        && sources.contains(papers.paper(candidate.paper()).holding().source());
  }

  /// The line of the work that a candidate belongs to; absent if that is not shown.
  private @Nullable Integer sameWork(int place) {
    for (int other : works.keySet()) {
      if (isSame(other, place)) {
        int first =
            IntStream.range(0, other).filter(i -> isSame(i, place)).findFirst().orElse(other);
        return works.get(first);
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
