package dev.akin.evaluate;

import dev.akin.base.Printable;
import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Aspect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Queries of one kind, with judgments: systems are measured with them.
///
/// If the queries have pools, exactly the candidates of the pool are ranked, and the metrics are
/// CSFCube's. Otherwise the corpus is searched, and the metrics are the usual ones for search.
///
/// @param name `papers` or `phrases`
/// @param queries at least one, each with judgments; all of them have a pool, or none
/// @param qrels the judgments
/// @param notes what a reader of the figures should know
public record Task(String name, List<TestQuery> queries, Qrels qrels, List<String> notes) {
  /// What the tasks of a collection are called.
  public static final String PAPERS = "papers";

  public static final String PHRASES = "phrases";

  /// What the task of [KnownItems] is called.
  public static final String KNOWN_ITEMS = "known-items";

  /// How the names of the tasks of [KnownPersons] begin.
  static final String KNOWN_PERSONS = "known-persons";

  /// @throws IllegalArgumentException if there is no query
  public Task {
    queries = List.copyOf(queries);
    notes = List.copyOf(notes);
    if (queries.isEmpty()) {
      throw new IllegalArgumentException("no query has judgments");
    }
  }

  /// The task itself; and if its queries name aspects, those queries of it that name each aspect,
  /// and those about a paper that was judged by two.
  public List<Task> withAspects() {
    List<Task> tasks = new ArrayList<>(List.of(this));
    if (namesAspects()) {
      for (Aspect aspect : Aspect.values()) {
        addPart(tasks, aspect.label(), query -> query.aspect() == aspect);
      }
      addPart(tasks, "two-aspects", query -> otherAspect(query) != null);
    }
    return tasks;
  }

  private void addPart(List<Task> tasks, String part, Predicate<TestQuery> kept) {
    List<TestQuery> some = queries.stream().filter(kept).toList();
    if (!some.isEmpty()) {
      tasks.add(new Task(name + "-" + part, some, qrels, List.of()));
    }
  }

  /// Which aspects its queries can be answered by: by none; by their own if all of them name one;
  /// by another if all of them have one.
  public List<AspectChoice> aspectChoices() {
    List<AspectChoice> choices = new ArrayList<>(List.of(AspectChoice.NONE));
    if (namesAspects()) {
      choices.add(AspectChoice.OWN);
      if (queries.stream().allMatch(query -> otherAspect(query) != null)) {
        choices.add(AspectChoice.OTHER);
      }
    }
    return choices;
  }

  private boolean namesAspects() {
    return queries.stream().allMatch(query -> query.aspect() != null);
  }

  /// The first other aspect that another query about the same paper names; absent if there is none.
  @Nullable Aspect otherAspect(TestQuery query) {
    return queries.stream()
        .filter(other -> other.example().equals(query.example()))
        .map(TestQuery::aspect)
        .filter(aspect -> aspect != query.aspect())
        .findFirst()
        .orElse(null);
  }

  /// Whether exactly the candidates of a pool are ranked.
  public boolean pooled() {
    return queries.getFirst().pool() != null;
  }

  /// The lowest grade that is relevant for metrics without grades: 2 in pools with grades above 1,
  /// because CSFCube's 1 means only related; otherwise 1.
  public int relevantFrom() {
    return pooled() && qrels.highest() > 1 ? 2 : 1;
  }

  /// What is measured.
  public List<Metric> metrics() {
    if (name.equals(KNOWN_ITEMS)) {
      return Metric.OF_KNOWN_ITEMS;
    }
    if (name.startsWith(KNOWN_PERSONS)) {
      return Metric.OF_KNOWN_PERSONS;
    }
    return pooled() ? Metric.OF_POOLS : Metric.OF_SEARCH;
  }

  /// What is asked, in one line.
  public String description() {
    String count = Printable.count(queries.size(), "query", "queries");
    String relevant = "relevant from grade " + relevantFrom();
    if (!pooled()) {
      return count + ", searching the corpus, " + relevant;
    }
    List<Integer> sizes = queries.stream().map(query -> pool(query).size()).sorted().toList();
    return "%s, ranking pools of %,d to %s, %s"
        .formatted(count, sizes.getFirst(), Printable.count(sizes.getLast(), "paper"), relevant);
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
