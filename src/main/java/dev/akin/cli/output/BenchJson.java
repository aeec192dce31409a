package dev.akin.cli.output;

import dev.akin.embed.bench.BenchedGraph;
import dev.akin.embed.model.RunSettings;
import dev.akin.embed.model.VectorAgreement;
import dev.akin.index.store.RecallAtTen;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A [BenchReport] as JSON. A graph that was not measured has no key; `absent` says why.
///
/// @hidden public for its own room only
public final class BenchJson {
  private BenchJson() {}

  public static ObjectNode of(BenchReport report) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("model", report.name())
            .put("processors", Runtime.getRuntime().availableProcessors())
            .put("threads", report.threads())
            .put("texts", report.measured().texts())
            .put("tokens", report.measured().tokens())
            .put("rounds", report.rounds());
    ObjectNode rates = json.putObject("tokensPerSecond");
    ObjectNode ratios = json.putObject("timesPublished");
    ObjectNode cosines = json.putObject("cosineToPublished");
    ObjectNode millis = json.putObject("singleTextMillis");
    ObjectNode settings = json.putObject("settings");
    for (BenchedGraph graph : report.measured().graphs()) {
      rates.put(graph.name(), Math.round(graph.tokensPerSecond()));
      if (!graph.isPublished()) {
        ratios.put(graph.name(), rounded(graph.timesPublished()));
      }
      if (graph.agreement() != null) {
        cosines.set(graph.name(), cosines(graph.agreement()));
      }
      millis
          .putObject(graph.name())
          .set("phrase", millis(graph.phrase()))
          .set("abstract", millis(graph.abstractText()));
      settings.set(graph.name(), settings(graph.settings()));
    }
    ObjectNode absent = json.putObject("absent");
    report.measured().absent().forEach(absent::put);
    if (report.searches() != null) {
      json.set("searches", searches(report.searches()));
    }
    return json;
  }

  private static ObjectNode cosines(VectorAgreement agreement) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("mean", agreement.meanCosine())
        .put("min", agreement.leastCosine());
  }

  private static ObjectNode millis(BenchedGraph.SingleText single) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("tokens", single.tokens())
        .put("p50", rounded(single.p50Millis()))
        .put("p99", rounded(single.p99Millis()));
  }

  private static ObjectNode settings(RunSettings settings) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("workers", settings.workers())
        .put("threads", settings.threads())
        .put("tokensPerBatch", settings.tokensPerBatch());
  }

  private static ObjectNode searches(RecallAtTen searches) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("queries", searches.queries())
        .put("recallAt10", searches.recall())
        .put("medianMillis", rounded(searches.medianMillis()));
  }

  private static double rounded(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
