package dev.akin.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures runs with the judgments of a task.
public final class Evaluation {
  private Evaluation() {}

  /// The figures of `runs`. A query that a run does not answer counts as 0, and a note says so.
  ///
  /// @param notes added to those that are found here
  public static TaskResult of(Task task, List<Run> runs, List<String> notes) {
    List<String> all = new ArrayList<>(task.notes());
    all.addAll(notes);
    runs.forEach(run -> all.addAll(Notes.of(run, task)));
    return new TaskResult(
        task.name(),
        task.description(),
        task.queries().size(),
        runs.stream().map(run -> measure(task, run)).toList(),
        all);
  }

  private static SystemResult measure(Task task, Run run) {
    List<GradedRanking> rankings =
        task.queries().stream().map(query -> grade(task, query, run)).toList();
    Map<String, Sample> metrics = new LinkedHashMap<>();
    for (Metric metric : task.metrics()) {
      double[] values = rankings.stream().mapToDouble(metric.function()).toArray();
      metrics.put(
          metric.name(),
          Sample.of(values, task.queries().stream().map(TestQuery::example).toList()));
    }
    return new SystemResult(run.system(), run.model(), metrics);
  }

  private static GradedRanking grade(Task task, TestQuery query, Run run) {
    return run.rankings().containsKey(query.id())
        ? task.grade(query, run.papers(query.id()))
        : task.unanswered(query);
  }
}
