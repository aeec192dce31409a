package dev.akin.cli;

import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.OutputFormat;
import dev.akin.cli.output.Console;
import dev.akin.index.SnapshotFolder;
import dev.akin.index.care.SnapshotManifest;
import dev.akin.index.care.SnapshotOptions;
import dev.akin.index.care.TakenSnapshot;
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
    description = {
      "Takes a snapshot of an index while jobs and services use it: the files of one commit, and a"
          + " manifest with their digests. On the index's own disk the files are linked, which takes"
          + " no space; elsewhere, or with --copy, they are copied."
    },
    footer = {
      "Examples:",
      "  akin snapshot /backup/akin-monday --index akin-index",
      "  akin snapshot snapshots/before-upgrade --copy --format json"
    })
final class SnapshotCommand implements Runnable {
  @Parameters(paramLabel = "TARGET", description = "The folder to make; not there yet, or empty.")
  private Path target;

  @Option(
      names = "--copy",
      description =
          "Copy the files even where they could be linked, to be safe from a failing disk.")
  private boolean copy;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json. Default: table.")
  private OutputFormat format;

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
    switch (format) {
      case TABLE -> console.out().println(text(taken, seconds));
      case JSON -> console.out().println(json(taken, seconds));
    }
  }

  private String text(TakenSnapshot taken, double seconds) {
    SnapshotManifest manifest = taken.manifest();
    double mb = manifest.sizeBytes() / 1e6;
    return String.format(
        Locale.ROOT,
        "%s: build %s, commit %d, %,d papers, %,.1f MB in %d files, %s and checked, %,.0f MB/s",
        target,
        manifest.build(),
        manifest.commit(),
        manifest.papers(),
        mb,
        manifest.files().size(),
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
