package dev.akin.report.duplicate;

import dev.akin.report.corpus.Corpus;
import dev.akin.vector.NeighborLists;
import dev.akin.work.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The works of which a corpus has more than one paper.
///
/// Candidates are near neighbors and papers with a title or an id in common
/// ([DuplicateCandidates]). [dev.akin.work.SameWork] decides which pairs are the same work. Pairs
/// join papers to works, most certain pairs first ([DuplicateGroups]). Errata are listed with their
/// work, but do not join works.
///
/// @hidden public for its own room only
public final class NearDuplicates {
  /// Two papers of the same work, with the evidence.
  ///
  /// @param one a row
  /// @param other a row
  public record Pair(int one, int other, Evidence evidence) {}

  /// A work with several papers.
  ///
  /// @param papers the rows of its papers, most complete first; one row if all others are errata
  /// @param pairs the pairs that joined the papers, most certain first
  /// @param errata pairs of an erratum and a paper that it corrects, the erratum first
  public record Work(List<Integer> papers, List<Pair> pairs, List<Pair> errata) {
    public Work {
      papers = List.copyOf(papers);
      pairs = List.copyOf(pairs);
      errata = List.copyOf(errata);
    }
  }

  private final List<Work> works;

  private NearDuplicates(List<Work> works) {
    this.works = List.copyOf(works);
  }

  /// Finds the works in time linear in the number of papers and neighbors.
  public static NearDuplicates find(Corpus corpus, NeighborLists neighbors) {
    return find(corpus, neighbors, Decisions.NONE);
  }

  /// The same without pairs of which somebody decided that they are two works.
  public static NearDuplicates find(Corpus corpus, NeighborLists neighbors, Decisions decisions) {
    RelatedPairs pairs = RelatedPairs.of(corpus, DuplicateCandidates.of(corpus, neighbors));
    DuplicateGroups groups = new DuplicateGroups(corpus, decisions);
    pairs.same().forEach(groups::join);
    Map<Integer, List<Pair>> joined = new HashMap<>();
    for (Pair pair : pairs.same()) {
      if (groups.first(pair.one()) == groups.first(pair.other())) {
        joined.computeIfAbsent(groups.first(pair.one()), _ -> new ArrayList<>()).add(pair);
      }
    }
    Map<Integer, List<Pair>> errata = new HashMap<>();
    for (Pair pair : pairs.errata()) {
      errata.computeIfAbsent(groups.first(pair.other()), _ -> new ArrayList<>()).add(pair);
    }
    Set<Integer> firsts = new LinkedHashSet<>(joined.keySet());
    firsts.addAll(errata.keySet());
    return new NearDuplicates(
        firsts.stream()
            .map(
                first ->
                    new Work(
                        bestFirst(corpus, groups.papers(first)),
                        joined.getOrDefault(first, List.of()),
                        oneOfEach(errata.getOrDefault(first, List.of()))))
            .sorted(
                Comparator.comparingInt((Work work) -> -work.papers().size() - work.errata().size())
                    .thenComparing(work -> work.papers().getFirst()))
            .toList());
  }

  private static List<Integer> bestFirst(Corpus corpus, List<Integer> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparing((Integer row) -> Completeness.of(corpus, row))
                .thenComparing(row -> row))
        .toList();
  }

  /// An erratum that corrects two versions is listed once.
  private static List<Pair> oneOfEach(List<Pair> errata) {
    Map<Integer, Pair> first = new TreeMap<>();
    errata.forEach(pair -> first.putIfAbsent(pair.one(), pair));
    return List.copyOf(first.values());
  }

  /// How many they are.
  public WorkCounts counts() {
    return WorkCounts.of(works);
  }

  /// The works, those with the most papers first, equally large ones in the order of their first
  /// papers.
  public List<Work> works() {
    return works;
  }
}
