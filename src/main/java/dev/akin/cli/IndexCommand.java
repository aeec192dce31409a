package dev.akin.cli;

import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.Group;
import dev.akin.cli.option.HarvestOptions;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.JobFormats;
import dev.akin.cli.option.MadeVectors;
import dev.akin.cli.option.MaxErrors;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.OptionGroup;
import dev.akin.cli.option.StoreLayout;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.JobReport;
import dev.akin.cli.output.RefusedFile;
import dev.akin.cli.output.SummaryText;
import dev.akin.cli.process.StopSignal;
import dev.akin.cli.run.FirstUse;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.RunningJob;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import dev.akin.exchange.LoadedVectors;
import dev.akin.exchange.VectorFolder;
import dev.akin.job.DryRun;
import dev.akin.job.HarvestOrder;
import dev.akin.job.IndexJob;
import dev.akin.job.JobOptions;
import dev.akin.job.JobTarget;
import dev.akin.job.progress.JobSummary;
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
import tools.jackson.databind.node.ObjectNode;

/// `akin index`
@Command(
    name = "index",
    header = "Read papers, embed them, and put them into an index.",
    description = {
      "Reads papers, embeds them, and puts them into an index. Run it again at any time: only new"
          + " and changed papers are embedded, and after a stop the same command continues.",
      "akin recognizes all formats of --input-format by content, also in gzip.",
      "With --vectors it uses vectors that were made before, on many machines or by another program.",
      "To change the model of an index, give --model without INPUT. All papers are embedded again;"
          + " until that is done the old model answers."
    },
    footer = {
      "akin index papers.jsonl.gz --index my-index",
      "akin index feed/ --prune --refused refused.jsonl --format json"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.BAD_INPUT,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class IndexCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "INPUT",
      description =
          "Files, folders, or - for standard input. Leave it out with --oai, or to change the"
              + " --model.")
  private List<String> inputs = List.of();

  @Mixin private HarvestOptions harvest;

  @Mixin private IndexLocation index;

  @Mixin private StoreLayout layout;

  @Mixin private ModelChoice model;

  @Mixin private MadeVectors made;

  @Mixin private JobFormats formats;

  @Group(OptionGroup.INPUT)
  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "Year of dates that have none, as in daily-papers.")
  private @Nullable Integer year;

  @Group(OptionGroup.OUTPUT)
  @Option(
      names = "--refused",
      paramLabel = "FILE",
      description =
          "Write skipped records, and those that replace another paper of the same id, to this"
              + " file as JSON lines; with --oai after those of earlier runs. Default: standard"
              + " error.")
  private @Nullable Path refused;

  @Option(
      names = "--max-errors",
      paramLabel = "N|P%",
      defaultValue = "10%",
      converter = MaxErrors.Converter.class,
      description =
          "If more records are skipped, end with exit code 65; the good ones are indexed all the"
              + " same. Default: 10%%.")
  private MaxErrors maxErrors;

  @Option(
      names = "--prune",
      description =
          "Remove papers that the input no longer has. Nothing is removed after a problem with the"
              + " input, or if more than 5 %% of the index would go.")
  private boolean prune;

  @Option(names = "--force", description = "With --prune or --reconcile: remove them anyway.")
  private boolean force;

  @Option(names = "--dry-run", description = "Read and count, but change nothing.")
  private boolean dryRun;

  @Group(OptionGroup.OUTPUT)
  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

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
    List<HarvestOrder> harvests = Usage.of(spec, this::harvests);
    JobTarget target = JobTarget.at(index.store(Usage.of(spec, layout::choice)));
    List<PaperSource> sources =
        harvests.isEmpty() ? Usage.of(spec, () -> sources(target)) : List.of();
    try (JobReport report = new JobReport(console, quiet, refusedFile())) {
      JobSummary done =
          dryRun
              ? new DryRun(target.store(), read, report).run(sources)
              : run(
                  target,
                  job -> harvests.isEmpty() ? job.run(sources) : job.harvest(harvests),
                  JobOptions.DEFAULT.reading(read).pruning(pruning).onOtherModels(otherModels()),
                  run,
                  report);
      return end(done, report);
    }
  }

  private List<HarvestOrder> harvests() {
    if (harvest.isGiven() && !inputs.isEmpty()) {
      throw new IllegalArgumentException("give either INPUT or --oai, not both");
    }
    if (made.isGiven() && (harvest.isGiven() || dryRun)) {
      throw new IllegalArgumentException("--vectors cannot be used with --oai or --dry-run");
    }
    if (harvest.isGiven() && (prune || dryRun)) {
      throw new IllegalArgumentException(
          "--oai cannot be used with --prune or --dry-run: it reads only what has changed. To"
              + " remove papers that the repository no longer has, use --reconcile");
    }
    return harvest.orders(force);
  }

  private @Nullable RefusedFile refusedFile() {
    if (refused == null) {
      return null;
    }
    return harvest.isGiven() ? RefusedFile.goingOn(refused) : RefusedFile.of(refused);
  }

  private ReadOptions readOptions() {
    return new ReadOptions(formats.input(), year);
  }

  private List<PaperSource> sources(JobTarget target) {
    if (inputs.isEmpty() && (prune || !model.isGiven() || target.isNew())) {
      throw new IllegalArgumentException(
          "INPUT is missing. Without INPUT, --model NAME embeds the papers of an index again");
    }
    return PaperSource.expand(inputs, System.in);
  }

  /// Who names a model wants the index to have it.
  private JobOptions.OtherModels otherModels() {
    return model.isGiven() ? JobOptions.OtherModels.REPLACED : JobOptions.OtherModels.REFUSED;
  }

  private JobOptions.Prune pruning() {
    if (force && !prune && !harvest.reconciles()) {
      throw new IllegalArgumentException("--force needs --prune or --reconcile");
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
    VectorFolder vectors = made.folder();
    Models models = Usage.of(spec, () -> models(target, vectors));
    new FirstUse(console).of(models);
    try (LoadedVectors loaded =
            vectors == null ? null : MadeVectors.load(vectors, models, index.scratch());
        LazyEmbedders embedders = new LazyEmbedders(models, run)) {
      IndexJob job = new IndexJob(target, models, embedders, options.loading(loaded), report);
      if (job.beginsBuild() && job.mayEmbed()) {
        embedders.get();
      }
      return new RunningJob(console, signal).run(job, work, () -> printKept(report));
    }
  }

  private Models models(JobTarget target, @Nullable VectorFolder vectors) {
    if (vectors != null) {
      return MadeVectors.models(vectors, model, target);
    }
    return model.isGiven() ? model.newModels(target.spaces()) : model.models(target.spaces());
  }

  /// The process ends before the job does.
  private void printKept(JobReport report) {
    JobSummary kept = report.kept();
    if (kept == null) {
      console.err().println("akin: stopped before anything was indexed");
    } else {
      print(kept, report);
    }
  }

  private void print(JobSummary done, JobReport report) {
    if (printed.compareAndSet(false, true)) {
      console.out().println(formats.isJson() ? json(done, report) : text(done, report));
    }
  }

  private ObjectNode json(JobSummary done, JobReport report) {
    ObjectNode json = SummaryText.json(done, report.harvested());
    if (made.isGiven()) {
      json.put("withoutVector", report.withoutVector()).put("withoutPaper", report.withoutPaper());
    }
    return json;
  }

  private String text(JobSummary done, JobReport report) {
    String counts =
        made.isGiven()
            ? "%s without a vector, embedded here; %s without a paper%n"
                .formatted(
                    Printable.count(report.withoutVector(), "text"),
                    Printable.count(report.withoutPaper(), "vector"))
            : "";
    return counts + SummaryText.of(done, report.harvested(), index.name());
  }

  private int end(JobSummary done, JobReport report) {
    report.clear();
    print(done, report);
    if (!report.failures().isEmpty()) {
      return ExitCode.of(report.failures().getFirst()).code();
    }
    if (report.notPruned() != null) {
      console.err().println("akin: " + report.notPruned() + "; to remove them anyway, use --force");
      return ExitCode.BAD_INPUT.code();
    }
    if (maxErrors.exceededBy(done)) {
      console
          .err()
          .printf(
              "akin: %s of %s skipped, more than --max-errors %s%n",
              Printable.count(done.refused()),
              Printable.count(done.read(), "record was", "records were"),
              maxErrors);
      return ExitCode.BAD_INPUT.code();
    }
    return ExitCode.DONE.code();
  }
}
