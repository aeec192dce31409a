package dev.akin.cli;

import dev.akin.base.NewFolder;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.ProgressLine;
import dev.akin.cli.process.StopSignal;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.report.ReportFolder;
import dev.akin.report.ReportListener;
import dev.akin.report.ReportOptions;
import dev.akin.report.ReportSummary;
import dev.akin.report.SimilarityReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `akin report`
@Command(
    name = "report",
    description = {
      "Makes a report on the papers of an index: a folder of files that open anywhere, without akin"
          + " and without a network.",
      "",
      "index.html: start here. map.html, map.svg, map.png: every paper a point, near papers near."
          + " topics.html: what the papers are about, and how that grew. duplicates.html: papers that"
          + " are the same work, and errata. neighbors, duplicates, topics, papers: tables, each as"
          + " .csv, .jsonl and .parquet. graph.graphml, vosviewer-*.txt: for other tools. papers/:"
          + " pages of the papers that --papers names.",
      "",
      "The same index and options give the same bytes (but with --approximate). If something fails"
          + " no half of a report is left."
    },
    footer = {
      "Examples:",
      "  akin report --index akin-demo --out report",
      "  akin report --out report --force --papers vaswani-2017-attention lamport-1978-clocks",
      "  akin report --out 2026-12 --previous 2026-11     # topics keep their numbers and names"
    })
final class ReportCommand implements Runnable {
  @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to make.")
  private Path out;

  @Option(names = "--force", description = "Replace an earlier report.")
  private boolean force;

  @Option(
      names = "--neighbors",
      paramLabel = "K",
      defaultValue = "10",
      description = "The nearest of each paper, 1 to 100. Default: 10.")
  private int neighbors;

  @Option(
      names = "--approximate",
      description =
          "Find neighbors with the index's graph, not by comparing all pairs: for several hundred"
              + " thousand papers. The report says how many of the nearest that finds.")
  private boolean approximate;

  @Option(
      names = "--papers",
      paramLabel = "ID",
      arity = "1..*",
      description =
          "Make a page for each of these, by id or another name; in HTML and in Markdown. It loads"
              + " the model, to say why papers are akin.")
  private List<String> papers = List.of();

  @Option(
      names = "--previous",
      paramLabel = "REPORT",
      description =
          "The folder of an earlier report: topics that are still there keep their numbers and"
              + " names.")
  private @Nullable Path previous;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

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
      console.err().println("akin: stopped; nothing is left of the report");
    }
  }

  private void make(ReportOptions options, EmbedOptions run) {
    boolean replaces = force && ReportFolder.isAt(out);
    if (!replaces) {
      ReportFolder.requireNone(out);
    }
    try (PaperIndex opened = PaperIndex.open(index.directory(), PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot();
        LazyEmbedders embedders =
            new LazyEmbedders(() -> QueryRunner.modelsOf(opened, model), run);
        NewFolder made = NewFolder.at(out, entry -> replaces && ReportFolder.has(entry))) {
      Recommender recommender = new Recommender(opened, embedders);
      Steps steps = new Steps();
      ReportSummary summary =
          new SimilarityReport(snapshot, recommender, options, new Versions().akin())
              .write(made.path(), model.threads(), steps);
      made.put();
      steps.bar.clear();
      print(summary);
    }
  }

  private ReportOptions options() {
    return new ReportOptions(
        neighbors,
        approximate ? ReportOptions.Search.APPROXIMATE : ReportOptions.Search.EXACT,
        papers,
        previous);
  }

  private void print(ReportSummary summary) {
    console.out().println(summary.line());
    if (summary.recall() != null) {
      console.out().printf("%.4f of the nearest were found%n", summary.recall());
    }
    console.out().println(console.bold("open " + out.resolve("index.html")));
  }

  /// Tells which step it is, and how far; ends the work if the process was told to stop.
  private final class Steps implements ReportListener {
    private final ProgressLine bar = new ProgressLine(console, quiet);
    private String step = "";
    private long startNanos;

    Steps() {
      signal.onStop(() -> bar.say("akin: stopping …"));
    }

    @Override
    public void step(String name) {
      requireGoing();
      step = name;
      startNanos = System.nanoTime();
      bar.show(() -> name + " …");
    }

    @Override
    public void progress(double share) {
      requireGoing();
      bar.show(
          () ->
              bar.share(share)
                  + " · "
                  + step
                  + ProgressLine.left(Duration.ofNanos(System.nanoTime() - startNanos), share));
    }

    private void requireGoing() {
      if (signal.isStopping()) {
        throw new CancellationException("the process was told to stop");
      }
    }
  }
}
