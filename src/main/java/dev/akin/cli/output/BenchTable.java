package dev.akin.cli.output;

import dev.akin.embed.bench.BenchedGraph;
import dev.akin.embed.bench.BenchedModel;
import dev.akin.embed.model.RunSettings;
import dev.akin.embed.model.VectorAgreement;
import dev.akin.index.store.RecallAtTen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A [BenchReport] as lines for people.
///
/// @hidden public for its own room only
public final class BenchTable {
  private static final String ROW = "%-14s %9s %7s %11s %8s %9s %7s %10s %8s";

  private BenchTable() {}

  public static List<String> of(BenchReport report) {
    BenchedModel measured = report.measured();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s · %d processors · %,d texts of %,d tokens · %,d rounds",
            report.name(),
            Runtime.getRuntime().availableProcessors(),
            measured.texts(),
            measured.tokens(),
            report.rounds()));
    lines.addAll(settings(measured.graphs()));
    lines.add("");
    lines.addAll(header(measured.published()));
    measured.graphs().forEach(graph -> lines.add(row(graph)));
    if (!measured.absent().isEmpty()) {
      lines.add("");
    }
    measured.absent().forEach((precision, why) -> lines.add("not here: " + precision + ": " + why));
    if (report.searches() != null) {
      lines.add("");
      lines.add(searches(report.searches()));
    }
    return lines;
  }

  /// One line if all graphs are run in the same way.
  private static List<String> settings(List<BenchedGraph> graphs) {
    if (graphs.stream().map(BenchedGraph::settings).distinct().count() == 1) {
      return List.of("each graph: " + settings(graphs.getFirst().settings()));
    }
    return graphs.stream().map(graph -> graph.name() + ": " + settings(graph.settings())).toList();
  }

  private static String settings(RunSettings settings) {
    return String.format(
        Locale.ROOT,
        "workers %d, threads of each %d, tokens a batch %,d",
        settings.workers(),
        settings.threads(),
        settings.tokensPerBatch());
  }

  private static List<String> header(BenchedGraph published) {
    return List.of(
        String.format(
            Locale.ROOT,
            "%-32s %20s %17s %19s",
            "",
            "cosine to published",
            String.format(Locale.ROOT, "phrase (%d), ms", published.phrase().tokens()),
            String.format(Locale.ROOT, "abstract (%d), ms", published.abstractText().tokens())),
        String.format(
            Locale.ROOT,
            ROW,
            "graph",
            "tokens/s",
            "ratio",
            "mean",
            "least",
            "p50",
            "p99",
            "p50",
            "p99"));
  }

  private static String row(BenchedGraph graph) {
    VectorAgreement agreement = graph.agreement();
    return String.format(
        Locale.ROOT,
        ROW,
        graph.name(),
        String.format(Locale.ROOT, "%,.0f", graph.tokensPerSecond()),
        graph.isPublished() ? "1" : String.format(Locale.ROOT, "%.2f", graph.timesPublished()),
        agreement == null ? "–" : String.format(Locale.ROOT, "%.5f", agreement.meanCosine()),
        agreement == null ? "–" : String.format(Locale.ROOT, "%.5f", agreement.leastCosine()),
        String.format(Locale.ROOT, "%.2f", graph.phrase().p50Millis()),
        String.format(Locale.ROOT, "%.2f", graph.phrase().p99Millis()),
        String.format(Locale.ROOT, "%.2f", graph.abstractText().p50Millis()),
        String.format(Locale.ROOT, "%.2f", graph.abstractText().p99Millis()));
  }

  private static String searches(RecallAtTen searches) {
    return String.format(
        Locale.ROOT,
        "searches: median %.3f ms, %.4f of the ten nearest found, of %,d papers",
        searches.medianMillis(),
        searches.recall(),
        searches.queries());
  }
}
