package dev.akin.cli;

import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ListenOptions;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.ServiceOptions;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.QueryRunner;
import dev.akin.cli.run.Serving;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.index.store.PaperIndex;
import dev.akin.report.ReportMap;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `akin serve`
@Command(
    name = "serve",
    header = "Serve an index over HTTP, with pages to browse.",
    description =
        "Serves an index over HTTP: related papers, search, and pages to browse. It follows new"
            + " versions of the index without a restart. With --report it also serves a map."
            + " POST /v1/library answers a library of references, as akin related --file does.",
    footer = {
      "akin serve --index my-index --report report",
      "akin serve --index my-index --host 0.0.0.0 --key-file keys.txt"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.BAD_INPUT,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.IO,
  ExitCode.CONFIGURATION
})
final class ServeCommand implements Runnable {
  @Mixin private IndexLocation index;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description =
          "Folder of a report that akin report has made of this index: its map is served at /map."
              + " Of the report only the map is served. It is read at the start.")
  private @Nullable Path report;

  @Mixin private ModelChoice model;

  @Mixin private ListenOptions listen;

  @Mixin private ServiceOptions service;

  @Spec private CommandSpec spec;

  private final Console console;
  private final StopSignal signal;

  ServeCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public void run() {
    Usage.of(spec, listen::port);
    Usage.of(spec, service::access);
    Usage.of(spec, service::maxAge);
    EmbedOptions run = Usage.of(spec, model::embedOptions).withPatience(Serving.PATIENCE);
    try (PaperIndex opened = index.store().open(PaperIndex.Check.NEWEST);
        LazyEmbedders embedders = new LazyEmbedders(QueryRunner.modelsOf(opened, model), run)) {
      new Serving(console, signal, listen, service)
          .serve(opened, embedders, report == null ? null : ReportMap.open(report));
    }
  }
}
