package dev.akin.cli;

import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.output.Console;
import dev.akin.index.SnapshotFolder;
import dev.akin.index.commit.IndexInfo;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `akin restore`
@Command(
    name = "restore",
    description = {
      "Puts a snapshot back as an index, after comparing every file with its digest. Services that"
          + " are open on the index go on with it, without a restart."
    },
    footer = {
      "Examples:",
      "  akin restore /backup/akin-monday --index akin-index",
      "  akin restore /backup/akin-monday --index akin-index --force"
    })
final class RestoreCommand implements Runnable {
  @Parameters(paramLabel = "SNAPSHOT", description = "The folder that akin snapshot has made.")
  private Path snapshot;

  @Option(
      names = "--force",
      description = "Replace the index that is there; not while a job writes to it.")
  private boolean force;

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
    console
        .out()
        .printf(
            "%s: %,d papers, now build %s, commit %d%n",
            index.directory(), info.papers(), info.build(), info.commit());
  }
}
