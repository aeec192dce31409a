package dev.akin.evaluate;

import dev.akin.ask.TypedQuery;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SearchBox;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers a collection's queries from an index of its papers, as for people, but with exact
/// search, so that the figures can be reproduced.
///
/// @param index of the papers
/// @param recommender of that index
/// @param label what the index is called beside others; empty if there is only one
public record Evaluator(PaperIndex index, Recommender recommender, String label) {
  /// Answers all queries of a task in one mode, except queries about unknown papers.
  public Run run(Task task, Mode mode) {
    return run(task, mode, AspectChoice.NONE);
  }

  /// The same by aspects. A query about a paper that has nothing of the aspect is answered without
  /// it; a note counts these queries.
  public Run run(Task task, Mode mode, AspectChoice choice) {
    Map<String, List<Run.Ranked>> rankings = new LinkedHashMap<>();
    int without = 0;
    try (IndexSnapshot snapshot = index.snapshot()) {
      for (TestQuery query : task.queries()) {
        if (Notes.isKnown(snapshot, query)) {
          RecommendOptions whole = RecommendOptions.DEFAULT.withMode(mode);
          List<Run.Ranked> ranked =
              ranked(snapshot, query, whole.withAspect(choice.of(query, task)));
          if (ranked == null) {
            without++;
            ranked = rank(snapshot, query, whole);
          }
          rankings.put(query.id(), ranked);
        }
      }
      SystemName system = system(mode, choice);
      List<String> notes = new ArrayList<>();
      Notes.note(
          notes,
          without,
          system + ": queries whose paper has nothing of the aspect, answered without it: %,d");
      return new Run(system, modelOf(snapshot, mode), rankings, notes);
    }
  }

  /// Absent if there is an aspect of which the query has nothing.
  private @Nullable List<Run.Ranked> ranked(
      IndexSnapshot snapshot, TestQuery query, RecommendOptions options) {
    if (options.aspect() == null) {
      return rank(snapshot, query, options);
    }
    try {
      return rank(snapshot, query, options);
    } catch (NoDirectionException e) {
      return null;
    }
  }

  /// What the index lacks for a task, with counts.
  public List<String> notes(Task task) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      List<String> notes = Notes.of(snapshot, task);
      return label.isEmpty() ? notes : notes.stream().map(note -> label + ": " + note).toList();
    }
  }

  private List<Run.Ranked> rank(IndexSnapshot snapshot, TestQuery query, RecommendOptions options) {
    List<PaperId> pool = query.pool();
    return pool == null ? search(snapshot, query, options) : rank(snapshot, query, pool, options);
  }

  private List<Run.Ranked> search(
      IndexSnapshot snapshot, TestQuery query, RecommendOptions options) {
    RecommendOptions exact =
        options
            .withMethod(NearestOptions.Method.EXACT)
            .withFloor(0.0)
            .withLimit(RecommendOptions.MAX_LIMIT);
    List<Run.Ranked> ranked = new ArrayList<>();
    for (Recommendation result : answer(snapshot, query, exact).results()) {
      add(ranked, result.paper().id());
      // Judgments are about papers, not works: a folded version comes right after its paper.
      result.versions().forEach(version -> add(ranked, version));
    }
    return ranked;
  }

  private Answer answer(IndexSnapshot snapshot, TestQuery query, RecommendOptions options) {
    return query.typed() && query.example() instanceof Example.ForPhrase typed
        ? new SearchBox(recommender)
            .search(snapshot, TypedQuery.read(typed.phrase()), null, options)
        : recommender.recommendOrNothing(snapshot, Query.of(query.example()), options);
  }

  /// The score gives only the order: a paper that has a phrase comes before more similar ones.
  private static void add(List<Run.Ranked> ranked, PaperId paper) {
    ranked.add(new Run.Ranked(paper, -ranked.size()));
  }

  private List<Run.Ranked> rank(
      IndexSnapshot snapshot, TestQuery query, List<PaperId> pool, RecommendOptions options) {
    int[] papers =
        pool.stream()
            .map(paper -> snapshot.find(paper.value()))
            .flatMapToInt(OptionalInt::stream)
            .toArray();
    List<Run.Ranked> ranked = new ArrayList<>();
    recommender
        .rank(snapshot, Query.of(query.example()), options, papers)
        .forEach(hit -> ranked.add(new Run.Ranked(snapshot.id(hit.paper()), hit.score())));
    addRest(ranked, pool);
    return ranked;
  }

  /// Appends the papers of the pool that got no score, each with a lower score than the one before.
  private static void addRest(List<Run.Ranked> ranked, List<PaperId> pool) {
    Set<PaperId> rest = new HashSet<>(pool);
    ranked.forEach(known -> rest.remove(known.paper()));
    double least = ranked.isEmpty() ? 0 : ranked.getLast().score();
    for (PaperId paper : rest.stream().sorted().toList()) {
      least--;
      ranked.add(new Run.Ranked(paper, least));
    }
  }

  /// What the figures of a mode are called.
  SystemName system(Mode mode) {
    return system(mode, AspectChoice.NONE);
  }

  private SystemName system(Mode mode, AspectChoice choice) {
    return new SystemName(mode.label() + choice.label(), label);
  }

  static @Nullable String modelOf(IndexSnapshot snapshot, Mode mode) {
    return mode == Mode.LEXICAL ? null : snapshot.info().models();
  }
}
