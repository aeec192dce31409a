package dev.akin.evaluate;

import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Figures as JSON, as fractions: `collection`, `queries`, `systems` and more of the first task;
/// further tasks, such as `phrases` and `topics`, under their names in the same form.
public final class ReportJson {
  private final Bootstrap bootstrap;

  private ReportJson(Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
  }

  /// The figures of a report.
  public static ObjectNode of(Report report) {
    ReportJson json = new ReportJson(report.bootstrap());
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("collection", report.collection());
    json.put(node, report.tasks().getFirst());
    report.tasks().stream().skip(1).forEach(task -> json.put(node.putObject(task.task()), task));
    return node;
  }

  private void put(ObjectNode node, TaskResult task) {
    node.put("task", task.task());
    node.put("queries", task.queries());
    ArrayNode systems = node.putArray("systems");
    task.systems().forEach(system -> put(systems.addObject(), system));
    ArrayNode comparisons = node.putArray("comparisons");
    task.pairs().forEach(pair -> put(comparisons.addObject(), pair));
    node.putObject("bootstrap")
        .put("seed", bootstrap.seed())
        .put("resamples", bootstrap.resamples());
    ArrayNode notes = node.putArray("notes");
    task.notes().forEach(notes::add);
  }

  private static void put(ObjectNode node, SystemResult system) {
    node.put("system", system.system().toString());
    node.put("model", system.model());
    ObjectNode means = node.putObject("metrics");
    ObjectNode errors = node.putObject("standardErrors");
    for (Map.Entry<String, Sample> metric : system.metrics().entrySet()) {
      means.put(metric.getKey(), metric.getValue().mean());
      double error = metric.getValue().standardError();
      // One query has no standard error.
      errors.put(metric.getKey(), Double.isNaN(error) ? null : (Double) error);
    }
  }

  private void put(ObjectNode node, TaskResult.Pair pair) {
    node.put("system", pair.system().system().toString());
    node.put("base", pair.base().system().toString());
    ObjectNode metrics = node.putObject("metrics");
    pair.system()
        .minus(pair.base())
        .forEach(
            (name, sample) -> {
              Bootstrap.Interval interval = bootstrap.interval(sample);
              metrics
                  .putObject(name)
                  .put("difference", sample.mean())
                  .put("low", interval.low())
                  .put("high", interval.high());
            });
  }
}
