package dev.akin.evaluate;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What does not fit together, as sentences with counts.
final class Notes {
  private Notes() {}

  /// What a run says of itself, and what it lacks for a task.
  static List<String> of(Run run, Task task) {
    List<String> notes = new ArrayList<>(run.notes());
    Set<String> queries = task.queries().stream().map(TestQuery::id).collect(Collectors.toSet());
    note(
        notes,
        queries.stream().filter(query -> !run.rankings().containsKey(query)).count(),
        run.system() + ": queries without an answer, which count as 0: %,d");
    note(
        notes,
        task.queries().stream().mapToLong(query -> outsidePool(run, query)).sum(),
        run.system() + ": papers outside the pools, which do not count: %,d");
    return notes;
  }

  private static long outsidePool(Run run, TestQuery query) {
    if (query.pool() == null) {
      return 0;
    }
    Set<PaperId> pool = Set.copyOf(query.pool());
    return run.papers(query.id()).stream().filter(paper -> !pool.contains(paper)).count();
  }

  /// What a corpus lacks for a task.
  static List<String> of(IndexSnapshot corpus, Task task) {
    List<String> notes = new ArrayList<>();
    note(
        notes,
        task.queries().stream().filter(query -> !isKnown(corpus, query)).count(),
        "queries about a paper that the corpus does not have: %,d");
    note(
        notes,
        judgedOrPooled(task)
            .distinct()
            .filter(paper -> corpus.find(paper.value()).isEmpty())
            .count(),
        "judged papers that the corpus does not have; the relevant ones count as not found: %,d");
    return notes;
  }

  /// Whether a query is a text, or about a paper of the corpus.
  static boolean isKnown(IndexSnapshot corpus, TestQuery query) {
    return !(query.example() instanceof Example.LikePaper like)
        || corpus.find(like.name()).isPresent();
  }

  private static Stream<PaperId> judgedOrPooled(Task task) {
    return task.queries().stream()
        .flatMap(
            query ->
                query.pool() == null
                    ? task.qrels().of(query.id()).keySet().stream()
                    : query.pool().stream());
  }

  /// @param text with a place for the count
  static void note(List<String> notes, long count, String text) {
    if (count > 0) {
      notes.add(text.formatted(count));
    }
  }
}
