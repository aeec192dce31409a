package dev.akin.cli;

import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.help.Versions;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.output.Console;
import dev.akin.index.lucene.SnapshotFolder;
import dev.akin.index.lucene.care.SnapshotManifest;
import dev.akin.index.lucene.care.SnapshotOptions;
import dev.akin.index.lucene.care.TakenSnapshot;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `akin snapshot`
@Command(
    name = "snapshot",
    header = "Copy an index while jobs and services use it.",
    description = {
      "Takes a snapshot of one version of an index, with a checksum of every file. Jobs and"
          + " services may use the index meanwhile.",
      "On the disk of the index the files are linked, which takes no space; on another disk, or"
          + " with --copy, they are copied."
    },
    footer = "akin snapshot backup/monday --index my-index")
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.NO_INPUT,
  ExitCode.EXISTS,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class SnapshotCommand implements Runnable {
  @Parameters(paramLabel = "TARGET", description = "Folder to make. It must be new or empty.")
  private Path target;

  @Option(
      names = "--copy",
      description =
          "Copy the files even where they could be linked, so that one failing disk does not damage"
              + " both.")
  private boolean copy;

  @Mixin private ResultFormat format;

  @Mixin private IndexLocation index;

  private final Console console;

  SnapshotCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    TakenSnapshot taken =
        SnapshotFolder.take(
            index.directory(),
            target,
            new SnapshotOptions(
                new Versions().akin(),
                copy ? SnapshotOptions.Sharing.COPIED : SnapshotOptions.Sharing.LINKED));
    double seconds = (System.nanoTime() - start) / 1e9;
    console.out().println(format.isJson() ? json(taken, seconds) : text(taken, seconds));
  }

  private String text(TakenSnapshot taken, double seconds) {
    SnapshotManifest manifest = taken.manifest();
    double mb = manifest.sizeBytes() / 1e6;
    return String.format(
        Locale.ROOT,
        "%s: %s, build %s, commit %d. %,.1f MB in %s, %s and checked (%,.0f MB/s).",
        target,
        Printable.count(manifest.papers(), "paper"),
        manifest.build(),
        manifest.commit(),
        mb,
        Printable.count(manifest.files().size(), "file"),
        taken.linked() ? "linked" : "copied",
        mb / seconds);
  }

  private ObjectNode json(TakenSnapshot taken, double seconds) {
    SnapshotManifest manifest = taken.manifest();
    return JsonNodeFactory.instance
        .objectNode()
        .put("snapshot", target.toString())
        .put("build", manifest.build())
        .put("commit", manifest.commit())
        .put("papers", manifest.papers())
        .put("files", manifest.files().size())
        .put("sizeBytes", manifest.sizeBytes())
        .put("linked", taken.linked())
        .put("seconds", seconds);
  }
}
