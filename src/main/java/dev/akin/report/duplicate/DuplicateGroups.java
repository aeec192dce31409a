package dev.akin.report.duplicate;

import dev.akin.report.corpus.Corpus;
import dev.akin.work.SameWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Joins pairs to groups, but not along chains in which each pair is similar and the ends are not.
///
/// Two groups are not joined if no author can have written all of their papers, if any of their
/// first papers are too dissimilar, or if somebody decided that two of them are two works. The
/// numbers in titles need no such test: the rule joins only pairs in which they are equal.
final class DuplicateGroups {
  /// How many papers of a group are compared with papers of another group.
  private static final int MAX_COMPARED = 10;

  private final Corpus corpus;
  private final int[] parents;

  /// The rows of each group with more than one, by its first row.
  private final Map<Integer, List<Integer>> rows = new HashMap<>();

  /// The authors that all papers of a group have in common, by its first row. Papers without
  /// authors are left out; empty if no paper has authors.
  private final Map<Integer, Set<String>> authors = new HashMap<>();

  private final Decisions decisions;

  DuplicateGroups(Corpus corpus, Decisions decisions) {
    this.corpus = corpus;
    this.decisions = decisions;
    this.parents = IntStream.range(0, corpus.size()).toArray();
  }

  /// The first row of a row's group; the row itself if it is in none.
  int first(int row) {
    int at = row;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /// The rows of a group.
  List<Integer> papers(int first) {
    return List.copyOf(rows(first));
  }

  private List<Integer> rows(int first) {
    return rows.getOrDefault(first, List.of(first));
  }

  /// Joins the groups of two rows, unless the rules above forbid it.
  void join(NearDuplicates.Pair pair) {
    int one = first(pair.one());
    int other = first(pair.other());
    if (one == other) {
      return;
    }
    if (areSeparate(rows(one), rows(other))) {
      return;
    }
    Set<String> some = authors(one);
    Set<String> others = authors(other);
    Set<String> common = new HashSet<>(some.isEmpty() ? others : some);
    if (!some.isEmpty() && !others.isEmpty()) {
      common.retainAll(others);
      if (common.isEmpty()) {
        return;
      }
    }
    if (areClose(rows(one), rows(other), pair)) {
      merge(one, other, common);
    }
  }

  private boolean areSeparate(List<Integer> some, List<Integer> others) {
    return !decisions.isEmpty()
        && some.stream()
            .anyMatch(
                one ->
                    others.stream()
                        .anyMatch(
                            other ->
                                decisions.separate(
                                    corpus.id(one).value(), corpus.id(other).value())));
  }

  private Set<String> authors(int first) {
    return authors.computeIfAbsent(first, row -> SameWork.familyNames(corpus.paper(row)));
  }

  /// Whether all of the first papers of two groups are close enough. The given pair is not
  /// compared.
  private boolean areClose(List<Integer> some, List<Integer> others, NearDuplicates.Pair pair) {
    return some.stream()
        .limit(MAX_COMPARED)
        .allMatch(
            one ->
                others.stream()
                    .limit(MAX_COMPARED)
                    .allMatch(other -> isPair(pair, one, other) || closeEnough(one, other)));
  }

  private static boolean isPair(NearDuplicates.Pair pair, int one, int other) {
    return pair.one() == Math.min(one, other) && pair.other() == Math.max(one, other);
  }

  private boolean closeEnough(int one, int other) {
    Double cosine = RelatedPairs.cosine(corpus, one, other);
    return cosine == null
        || !corpus.hasAbstract(one)
        || !corpus.hasAbstract(other)
        || cosine >= SameWork.MIN_COSINE_OF_EQUAL_TITLES;
  }

  private void merge(int one, int other, Set<String> common) {
    List<Integer> some = rows.computeIfAbsent(one, row -> new ArrayList<>(List.of(row)));
    List<Integer> others = rows.computeIfAbsent(other, row -> new ArrayList<>(List.of(row)));
    int large = some.size() >= others.size() ? one : other;
    int small = large == one ? other : one;
    List<Integer> moved = large == one ? others : some;
    rows.computeIfAbsent(large, row -> new ArrayList<>(List.of(row))).addAll(moved);
    rows.remove(small);
    parents[small] = large;
    authors.remove(small);
    authors.put(large, common);
  }
}
