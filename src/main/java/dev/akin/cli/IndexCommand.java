package dev.akin.cli;

import dev.akin.cli.option.HarvestOptions;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.MaxErrors;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.JobReport;
import dev.akin.cli.output.RefusedFile;
import dev.akin.cli.output.SummaryText;
import dev.akin.cli.process.StopSignal;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import dev.akin.harvest.HarvestRequest;
import dev.akin.job.DryRun;
import dev.akin.job.IndexJob;
import dev.akin.job.JobOptions;
import dev.akin.job.JobSummary;
import dev.akin.job.JobTarget;
import dev.akin.read.PaperFormat;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `akin index`
@Command(
    name = "index",
    description = {
      "Embeds papers and puts them into an index. Safe to repeat: what the index holds already is"
          + " skipped, what has changed is done anew, and after a kill the same command goes on.",
      "",
      "Formats, found by content: akin-json, arxiv-json, daily-papers, bibtex, ris, csl-json,"
          + " acl-xml, openalex, csv; any of them as gzip."
    },
    footer = {
      "Examples:",
      "  akin index papers.jsonl.gz --index akin-index",
      "  akin index feed/ --prune --refused refused.jsonl --summary json",
      "  akin index --model bge-small-en-v1.5      # all papers anew; the old model answers"
          + " meanwhile",
      "  akin index --oai https://export.arxiv.org/oai2 --set cs --prefix arXiv",
      "  curl -s https://repository.example/dump.jsonl | akin index -"
    })
final class IndexCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "INPUT",
      description =
          "Files, folders, or - for standard input. None: with --oai, or with --model: then the"
              + " papers of the index are embedded anew.")
  private List<String> inputs = List.of();

  @Mixin private HarvestOptions harvest;

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "auto, akin-json, arxiv-json, daily-papers, bibtex, ris, csl-json, acl-xml, openalex or"
              + " csv. Default: auto.")
  private String format;

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "The year of dates that come without one, as in daily-papers.")
  private @Nullable Integer year;

  @Option(
      names = "--refused",
      paramLabel = "FILE",
      description =
          "Name refused records there, as JSON lines; with --oai behind those of earlier runs."
              + " Default: on standard error.")
  private @Nullable Path refused;

  @Option(
      names = "--max-errors",
      paramLabel = "N|P%",
      defaultValue = "10%",
      converter = MaxErrors.Converter.class,
      description =
          "More refused records than that end with exit code 65; the good ones are indexed all the"
              + " same. Default: 10%%.")
  private MaxErrors maxErrors;

  @Option(
      names = "--prune",
      description =
          "Remove papers that the input no longer has; refused after a problem with the input, or"
              + " if that is more than 5 %% of the index.")
  private boolean prune;

  @Option(names = "--force", description = "With --prune: remove them all the same.")
  private boolean force;

  @Option(names = "--dry-run", description = "Read and count, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--summary",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the summary is printed. Default: text.")
  private SummaryFormat summary;

  @Option(names = "--quiet", description = "No progress on standard error.")
  private boolean quiet;

  /// How the summary is printed.
  enum SummaryFormat {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;

  private final Console console;
  private final StopSignal signal;
  private final AtomicBoolean printed = new AtomicBoolean();

  IndexCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public Integer call() {
    ReadOptions read = Usage.of(spec, this::readOptions);
    JobOptions.Prune pruning = Usage.of(spec, this::pruning);
    EmbedOptions run = Usage.of(spec, model::embedOptions);
    HarvestRequest request = Usage.of(spec, this::harvestRequest);
    JobTarget target = JobTarget.at(index.directory());
    List<PaperSource> sources = request == null ? Usage.of(spec, () -> sources(target)) : List.of();
    try (JobReport report = new JobReport(console, quiet, refusedFile())) {
      JobSummary done =
          dryRun
              ? new DryRun(index.directory(), read, report).run(sources)
              : run(
                  target,
                  job -> request == null ? job.run(sources) : job.harvest(request),
                  JobOptions.DEFAULT.reading(read).pruning(pruning).onOtherModels(otherModels()),
                  run,
                  report);
      return end(done, report);
    }
  }

  private @Nullable HarvestRequest harvestRequest() {
    if (harvest.isGiven() && !inputs.isEmpty()) {
      throw new IllegalArgumentException("--oai stands in place of INPUT: give one of them");
    }
    if (harvest.isGiven() && (prune || dryRun)) {
      throw new IllegalArgumentException(
          "--oai goes without --prune and --dry-run: it asks only for what has changed");
    }
    return harvest.request();
  }

  private @Nullable RefusedFile refusedFile() {
    if (refused == null) {
      return null;
    }
    return harvest.isGiven() ? RefusedFile.goingOn(refused) : RefusedFile.of(refused);
  }

  private ReadOptions readOptions() {
    return new ReadOptions(format.equals("auto") ? null : PaperFormat.byName(format), year);
  }

  private List<PaperSource> sources(JobTarget target) {
    if (inputs.isEmpty() && (prune || !model.isGiven() || target.isNew())) {
      throw new IllegalArgumentException(
          "no INPUT; without one, --model NAME embeds the papers of an index anew");
    }
    return PaperSource.expand(inputs, System.in);
  }

  /// Who names a model wants the index to have it.
  private JobOptions.OtherModels otherModels() {
    return model.isGiven() ? JobOptions.OtherModels.REPLACED : JobOptions.OtherModels.REFUSED;
  }

  private JobOptions.Prune pruning() {
    if (force && !prune) {
      throw new IllegalArgumentException("--force goes with --prune");
    }
    if (!prune) {
      return JobOptions.Prune.NEVER;
    }
    return force ? JobOptions.Prune.FORCED : JobOptions.Prune.CAREFULLY;
  }

  private JobSummary run(
      JobTarget target,
      Function<IndexJob, JobSummary> work,
      JobOptions options,
      EmbedOptions run,
      JobReport report) {
    Models models = Usage.of(spec, () -> model.models(target.spaces()));
    try (LazyEmbedders embedders = new LazyEmbedders(models, run)) {
      IndexJob job = new IndexJob(target, models, embedders, options, report);
      if (job.beginsBuild()) {
        embedders.get();
      }
      return new RunningJob(console, signal).run(job, work, () -> printKept(report));
    }
  }

  /// The process ends before the job does.
  private void printKept(JobReport report) {
    JobSummary kept = report.kept();
    if (kept == null) {
      console.err().println("akin: stopped before anything was indexed");
    } else {
      print(kept);
    }
  }

  private void print(JobSummary done) {
    if (printed.compareAndSet(false, true)) {
      switch (summary) {
        case TEXT -> console.out().println(SummaryText.of(done, index.directory()));
        case JSON -> console.out().println(SummaryText.json(done));
      }
    }
  }

  private int end(JobSummary done, JobReport report) {
    report.clear();
    print(done);
    if (!report.failures().isEmpty()) {
      return ExitCode.of(report.failures().getFirst()).code();
    }
    if (report.notPruned() != null) {
      console
          .err()
          .println("akin: " + report.notPruned() + "; say --force to remove them all the same");
      return ExitCode.BAD_INPUT.code();
    }
    if (maxErrors.exceededBy(done)) {
      console
          .err()
          .printf(
              "akin: %,d of %,d records were refused, more than --max-errors %s%n",
              done.refused(), done.read(), maxErrors);
      return ExitCode.BAD_INPUT.code();
    }
    return ExitCode.DONE.code();
  }
}
