package dev.akin.cli;

import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.output.Console;
import dev.akin.index.lucene.SnapshotFolder;
import dev.akin.index.store.IndexInfo;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `akin restore`
@Command(
    name = "restore",
    header = "Put a snapshot in place as an index.",
    description =
        "Puts a snapshot in place as an index, after comparing every file with its checksum."
            + " Running services switch to it without a restart.",
    footer = {
      "akin restore backup/monday --index my-index",
      "akin restore backup/monday --index my-index --force"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.NO_INPUT,
  ExitCode.EXISTS,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class RestoreCommand implements Runnable {
  @Parameters(paramLabel = "SNAPSHOT", description = "Folder that akin snapshot has made.")
  private Path snapshot;

  @Option(
      names = "--force",
      description = "Replace an existing index. A job must not be writing to it.")
  private boolean force;

  @Mixin private ResultFormat format;

  @Mixin private IndexLocation index;

  private final Console console;

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    IndexInfo info =
        SnapshotFolder.restore(
            snapshot,
            index.directory(),
            force ? SnapshotFolder.Present.REPLACE : SnapshotFolder.Present.REFUSE);
    console.out().println(format.isJson() ? json(info) : text(info));
  }

  private String text(IndexInfo info) {
    return "%s: %s, now build %s, commit %d"
        .formatted(
            index.directory(),
            Printable.count(info.papers(), "paper"),
            info.build(),
            info.commit());
  }

  private ObjectNode json(IndexInfo info) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("index", index.directory().toString())
        .put("papers", info.papers())
        .put("build", info.build())
        .put("commit", info.commit());
  }
}
