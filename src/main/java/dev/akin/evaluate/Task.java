package dev.akin.evaluate;

import dev.akin.paper.PaperId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Queries of one kind, with judgments: what a system is measured by.
///
/// With pools, exactly a query's candidates are ranked, and the metrics are CSFCube's; without, the
/// corpus is searched, and the metrics are those usual for that.
///
/// @param name `papers` or `phrases`
/// @param queries all with a pool or all without, each with judgments; at least one
/// @param qrels the judgments
/// @param notes what a reader of the figures should know
public record Task(String name, List<TestQuery> queries, Qrels qrels, List<String> notes) {
  /// What the tasks of a collection are called.
  public static final String PAPERS = "papers";

  public static final String PHRASES = "phrases";

  /// What the task of [KnownItems] is called.
  public static final String KNOWN_ITEMS = "known-items";

  /// @throws IllegalArgumentException if there is no query
  public Task {
    queries = List.copyOf(queries);
    notes = List.copyOf(notes);
    if (queries.isEmpty()) {
      throw new IllegalArgumentException("no query has judgments");
    }
  }

  /// Whether exactly the candidates of a pool are ranked.
  public boolean pooled() {
    return queries.getFirst().pool() != null;
  }

  /// The lowest grade that metrics without grades take for relevant: 2 in pools that are graded
  /// higher than 1, where CSFCube's 1 means no more than related; else 1.
  public int relevantFrom() {
    return pooled() && qrels.highest() > 1 ? 2 : 1;
  }

  /// What is measured.
  public List<Metric> metrics() {
    if (name.equals(KNOWN_ITEMS)) {
      return Metric.OF_KNOWN_ITEMS;
    }
    return pooled() ? Metric.OF_POOLS : Metric.OF_SEARCH;
  }

  /// One line on what is asked.
  public String description() {
    String relevant = "relevant from grade " + relevantFrom();
    if (!pooled()) {
      return "%,d queries, searching the corpus, %s".formatted(queries.size(), relevant);
    }
    List<Integer> sizes = queries.stream().map(query -> pool(query).size()).sorted().toList();
    return "%,d queries, ranking pools of %,d to %,d papers, %s"
        .formatted(queries.size(), sizes.getFirst(), sizes.getLast(), relevant);
  }

  /// The grades of a ranking.
  ///
  /// @param ranked best first; papers outside the query's pool are left out, and those of the pool
  ///   that are not here are put to the end in the order of ids
  GradedRanking grade(TestQuery query, List<PaperId> ranked) {
    Set<PaperId> order = new LinkedHashSet<>(ranked);
    if (query.pool() != null) {
      order.retainAll(Set.copyOf(query.pool()));
      order.addAll(query.pool().stream().sorted().toList());
    }
    return new GradedRanking(grades(query, order), judged(query), relevantFrom());
  }

  /// The grades of no ranking at all, which no metric gives anything for.
  GradedRanking unanswered(TestQuery query) {
    return new GradedRanking(List.of(), judged(query), relevantFrom());
  }

  private List<Integer> judged(TestQuery query) {
    return grades(query, query.pool() == null ? qrels.of(query.id()).keySet() : query.pool());
  }

  private List<Integer> grades(TestQuery query, Collection<PaperId> papers) {
    Map<PaperId, Integer> grades = qrels.of(query.id());
    return papers.stream()
        .filter(paper -> !query.isAbout(paper))
        .map(paper -> Math.max(0, grades.getOrDefault(paper, 0)))
        .toList();
  }

  private static List<PaperId> pool(TestQuery query) {
    return query.pool() == null ? List.of() : query.pool();
  }
}
