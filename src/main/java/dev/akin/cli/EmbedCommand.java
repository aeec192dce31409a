package dev.akin.cli;

import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.Group;
import dev.akin.cli.option.JobFormats;
import dev.akin.cli.option.MaxErrors;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.OptionGroup;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.EmbedText;
import dev.akin.cli.output.JobReport;
import dev.akin.cli.output.RefusedFile;
import dev.akin.cli.process.StopSignal;
import dev.akin.cli.run.FirstUse;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.RunningJob;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import dev.akin.exchange.Shard;
import dev.akin.exchange.VectorOrigin;
import dev.akin.exchange.VectorParts;
import dev.akin.job.EmbedJob;
import dev.akin.job.progress.EmbedSummary;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `akin embed`
@Command(
    name = "embed",
    header = "Embed papers into files, on many machines.",
    description = {
      "Reads papers and writes the vectors of their texts as Parquet files, without an index. Each"
          + " text is embedded once. akin index --vectors DIR puts the vectors into an index.",
      "To use several machines, give each the same INPUT and another --shard: 1/3, 2/3 and 3/3"
          + " together have every text exactly once. Put their files into one folder.",
      "After a stop the same command continues: files that are there are finished, and their texts"
          + " are not embedded again."
    },
    footer = {
      "akin embed papers.jsonl.gz --out vectors",
      "akin embed papers.jsonl.gz --out vectors --shard 3/16 --precision fast"
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
final class EmbedCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "Files, folders, or - for standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Folder for the files. Shards may write to the same folder, also at the same time.")
  private Path out;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "1/1",
      description =
          "Embed the share I of N. Which share a text is in depends on nothing but the text and N."
              + " Default: 1/1, all texts.")
  private String shard;

  @Mixin private ModelChoice model;

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
      description = "Write skipped records to this file as JSON lines. Default: standard error.")
  private @Nullable Path refused;

  @Option(
      names = "--max-errors",
      paramLabel = "N|P%",
      defaultValue = "10%",
      converter = MaxErrors.Converter.class,
      description =
          "If more records are skipped, end with exit code 65; the good ones are embedded all the"
              + " same. Default: 10%%.")
  private MaxErrors maxErrors;

  @Group(OptionGroup.OUTPUT)
  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  private final Console console;
  private final StopSignal signal;

  EmbedCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public Integer call() {
    Shard chosen = Usage.of(spec, () -> Shard.parse(shard));
    ReadOptions read = Usage.of(spec, () -> new ReadOptions(formats.input(), year));
    EmbedOptions run = Usage.of(spec, model::embedOptions);
    Models models = Usage.of(spec, () -> oneModel(model.models(List.of())));
    List<PaperSource> sources = Usage.of(spec, () -> PaperSource.expand(inputs, System.in));
    new FirstUse(console).of(models);
    VectorOrigin origin = VectorOrigin.of(models.spaces().getFirst());
    try (JobReport report =
            new JobReport(console, quiet, refused == null ? null : RefusedFile.of(refused));
        LazyEmbedders embedders = new LazyEmbedders(models, run);
        VectorParts parts = VectorParts.open(out, chosen, origin)) {
      EmbedJob job = new EmbedJob(parts, models, embedders, read, report);
      EmbedSummary done =
          new RunningJob(console, signal).run(job::stop, () -> job.run(sources), () -> {});
      return end(done, chosen, origin, report);
    }
  }

  private static Models oneModel(Models models) {
    if (models.folders().size() > 1) {
      throw new IllegalArgumentException(
          "akin embed takes one model at a time, not " + models.names());
    }
    return models;
  }

  private int end(EmbedSummary done, Shard chosen, VectorOrigin origin, JobReport report) {
    report.clear();
    console
        .out()
        .println(
            formats.isJson()
                ? EmbedText.json(done, chosen, origin)
                : EmbedText.of(done, chosen, origin, out));
    if (!report.failures().isEmpty()) {
      return ExitCode.of(report.failures().getFirst()).code();
    }
    if (maxErrors.exceededBy(done.refused(), done.read())) {
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
