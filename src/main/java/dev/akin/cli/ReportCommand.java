package dev.akin.cli;

import dev.akin.base.NewFolder;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.help.Versions;
import dev.akin.cli.option.Group;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.OptionGroup;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.QueryRunner;
import dev.akin.cli.run.ReportSteps;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.report.ReportFolder;
import dev.akin.report.ReportOptions;
import dev.akin.report.ReportSummary;
import dev.akin.report.SimilarityReport;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `akin report`
@Command(
    name = "report",
    header = "Make a report: a map, topics, duplicates, tables.",
    description = {
      "Makes a report on the papers of an index: a folder that opens in any browser, without akin"
          + " and without a network.",
      "index.html is the start. map.html, map.svg and map.png show every paper as a point, similar"
          + " papers close together. topics.html says what the papers are about and how that grew."
          + " duplicates.html compares papers that are the same work, lets you decide what to do with"
          + " them, and saves that as merge.csv for akin delete --list. papers.html shows every paper"
          + " with its nearest papers; its data, and that of the map, is in data/. papers, topics and"
          + " duplicates are tables, each as .csv, .jsonl.gz and .parquet, and neighbors as the latter"
          + " two; tables.xlsx is a workbook for spreadsheets. papers/ has the pages of the papers that"
          + " --papers names.",
      "With more than 100,000 papers, neighbors are searched with the search graph, and the map"
          + " shows a sample of 100,000.",
      "The same index and options give the same bytes, except if neighbors are searched. If"
          + " something fails, no part of a report is left."
    },
    footer = {
      "akin report --index my-index --out report",
      "akin report --out 2026-12 --previous 2026-11 --index my-index"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.BAD_INPUT,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.EXISTS,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class ReportCommand implements Runnable {
  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to make.")
  private Path out;

  @Option(names = "--force", description = "Replace an earlier report.")
  private boolean force;

  @Option(
      names = "--neighbors",
      paramLabel = "K",
      defaultValue = "10",
      description = "Number of neighbors of each paper, 1 to 100. Default: 10.")
  private int neighbors;

  @Option(
      names = "--approximate",
      description =
          "Find neighbors with the search graph, as if there were more than 100,000 papers. The"
              + " report says how many of the nearest it found.")
  private boolean approximate;

  @Option(
      names = "--exact",
      description =
          "Compare all pairs of papers even if there are more than 100,000. The time grows with the"
              + " square of their number, and the heap by 2 kB for each.")
  private boolean exact;

  @Option(
      names = "--papers",
      paramLabel = "ID",
      arity = "1..*",
      description =
          "Also make a page for each of these papers, in HTML and Markdown. It says why papers are"
              + " similar.")
  private List<String> papers = List.of();

  @Option(
      names = "--graphs",
      description =
          "Also write the graph of neighbors for other programs: graph.graphml (Gephi, Cytoscape,"
              + " igraph, NetworkX) and vosviewer-*.txt.")
  private boolean graphs;

  @Option(
      names = "--neighbors-csv",
      description =
          "Also write the table of neighbors as neighbors.csv, with titles. Of 50,000 papers it has"
              + " 110 MB.")
  private boolean neighborsCsv;

  @Option(
      names = "--previous",
      paramLabel = "REPORT",
      description =
          "Folder of an earlier report. Topics that are still there keep their numbers and names,"
              + " and compare.html says what changed.")
  private @Nullable Path previous;

  @Option(
      names = "--decisions",
      paramLabel = "FILE",
      description =
          "Decisions about duplicates that duplicates.html of an earlier report saved: pairs that"
              + " are not the same work are left out, the others are shown as decided.")
  private @Nullable Path decisions;

  @Group(OptionGroup.OUTPUT)
  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Mixin private ResultFormat format;

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  @Spec private CommandSpec spec;

  private final Console console;

  private final StopSignal signal;

  ReportCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public void run() {
    ReportOptions options = Usage.of(spec, this::options);
    EmbedOptions run = Usage.of(spec, model::embedOptions);
    try {
      make(options, run);
    } catch (CancellationException e) {
      console.err().println("akin: stopped; no part of the report is left");
    }
  }

  private void make(ReportOptions options, EmbedOptions run) {
    boolean replaces = force && ReportFolder.isAt(out);
    if (!replaces) {
      ReportFolder.requireNone(out);
    }
    try (PaperIndex opened = index.store().open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot();
        LazyEmbedders embedders =
            new LazyEmbedders(() -> QueryRunner.modelsOf(opened, model), run);
        NewFolder made = NewFolder.at(out, entry -> replaces && ReportFolder.has(entry))) {
      Recommender recommender = new Recommender(opened, embedders, embedders::know);
      ReportSteps steps = new ReportSteps(console, signal, quiet);
      ReportSummary summary =
          new SimilarityReport(snapshot, recommender, options, new Versions().akin())
              .write(made.path(), model.threads(), steps);
      made.put();
      steps.clear();
      print(summary);
    }
  }

  private ReportOptions options() {
    return new ReportOptions(neighbors, search(), papers, previous)
        .withDecisions(decisions)
        .withExtras(extras());
  }

  private Set<ReportOptions.Extra> extras() {
    Set<ReportOptions.Extra> extras = EnumSet.noneOf(ReportOptions.Extra.class);
    if (graphs) {
      extras.add(ReportOptions.Extra.GRAPHS);
    }
    if (neighborsCsv) {
      extras.add(ReportOptions.Extra.NEIGHBORS_CSV);
    }
    return extras;
  }

  private ReportOptions.Search search() {
    if (approximate && exact) {
      throw new IllegalArgumentException("--approximate and --exact exclude each other");
    }
    if (approximate) {
      return ReportOptions.Search.APPROXIMATE;
    }
    return exact ? ReportOptions.Search.EXACT : ReportOptions.Search.BY_SIZE;
  }

  private void print(ReportSummary summary) {
    if (format.isJson()) {
      console.out().println(json(summary));
      return;
    }
    console.out().println(summary.line());
    if (summary.recall() != null) {
      console.out().printf("%.2f %% of the nearest papers were found%n", summary.recall() * 100);
    }
    console.out().println(console.bold("open " + out.resolve("index.html")));
  }

  private ObjectNode json(ReportSummary summary) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("report", out.toString())
            .put("papers", summary.papers())
            .put("withoutText", summary.withoutText())
            .put("pairs", summary.pairs())
            .put("works", summary.works().works())
            .put("errata", summary.works().errata())
            .put("topics", summary.topics())
            .put("outside", summary.outside());
    if (summary.sample() != null) {
      node.put("sample", summary.sample());
    }
    if (summary.recall() != null) {
      node.put("recall", summary.recall());
    }
    return node;
  }
}
