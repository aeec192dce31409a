package dev.akin.evaluate;

import dev.akin.paper.PaperId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one system answers to the queries of a task.
///
/// @param model the model it works with; absent if it needs none, or if nobody says
/// @param rankings by query: papers, best first, each once
/// @param notes what a reader of its figures should know
public record Run(
    SystemName system,
    @Nullable String model,
    Map<String, List<Ranked>> rankings,
    List<String> notes) {
  /// A paper of a ranking.
  ///
  /// @param score never more than that of the paper before it
  public record Ranked(PaperId paper, double score) {}

  /// A run without notes, in no index beside the first.
  public Run(String system, @Nullable String model, Map<String, List<Ranked>> rankings) {
    this(SystemName.of(system), model, rankings, List.of());
  }

  public Run {
    notes = List.copyOf(notes);
    Map<String, List<Ranked>> copy = new LinkedHashMap<>();
    rankings.forEach((query, ranking) -> copy.put(query, List.copyOf(ranking)));
    rankings = Collections.unmodifiableMap(copy);
  }

  /// The answer to a query, best first; empty if it was not answered.
  public List<Ranked> ranking(String query) {
    return rankings.getOrDefault(query, List.of());
  }

  /// The papers of [#ranking].
  List<PaperId> papers(String query) {
    return ranking(query).stream().map(Ranked::paper).toList();
  }

  /// Whether it has an answer to a query of that task.
  public boolean answers(Task task) {
    return task.queries().stream().anyMatch(query -> rankings.containsKey(query.id()));
  }
}
