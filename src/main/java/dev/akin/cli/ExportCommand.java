package dev.akin.cli;

import dev.akin.base.NewFolder;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.write.vector.VectorFormat;
import dev.akin.write.vector.VectorTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `akin export`
@Command(
    name = "export",
    description = {
      "Writes ids and vectors of all papers that have one, in the order of ids, and what they are"
          + " (export.json). The same index gives the same bytes.",
      "",
      "npy: vectors.npy (float32) and ids.npy. jsonl: vectors.jsonl. parquet: vectors.parquet."
    },
    footer = {
      "Examples:",
      "  akin export --index akin-demo --out vectors",
      "  akin export --index akin-demo --out vectors --format parquet --force",
      "  akin export --index akin-demo --out - --format jsonl | gzip > vectors.jsonl.gz"
    })
final class ExportCommand implements Runnable {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder to make, or - for standard output (jsonl only).")
  private String out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "npy",
      description = "npy, jsonl or parquet. Default: npy.")
  private String format;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Whose vectors, where the index has those of several. Default: the first's.")
  private @Nullable String model;

  @Option(names = "--force", description = "Replace an earlier export.")
  private boolean force;

  @Mixin private IndexLocation index;

  @Spec private CommandSpec spec;

  private final Console console;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    VectorFormat chosen = Usage.of(spec, this::chosen);
    try (PaperIndex opened = PaperIndex.open(index.directory(), PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      VectorTable table =
          Usage.of(spec, () -> VectorTable.of(snapshot, Optional.ofNullable(model)));
      if (out.equals(STANDARD_OUTPUT)) {
        table.writeJsonLines(console.out());
      } else {
        write(table, chosen);
      }
    }
  }

  private VectorFormat chosen() {
    VectorFormat chosen = VectorFormat.byName(format);
    if (out.equals(STANDARD_OUTPUT) && chosen != VectorFormat.JSONL) {
      throw new IllegalArgumentException("--out - goes with --format jsonl");
    }
    return chosen;
  }

  private void write(VectorTable table, VectorFormat chosen) {
    Path folder = Path.of(out);
    try (NewFolder made =
        NewFolder.at(folder, entry -> force && exported().contains(entry.toString()))) {
      int papers = table.write(made.path(), chosen, new Versions().akin());
      made.put();
      console
          .out()
          .printf(
              "%s: %,d vectors of %s, %d dimensions, in %s%n",
              folder,
              papers,
              table.space().model(),
              table.space().dimension(),
              String.join(" and ", chosen.files()));
    }
  }

  /// The files of an earlier export, in whatever format.
  private static Set<String> exported() {
    return Stream.concat(
            Stream.of(VectorTable.CARD),
            Arrays.stream(VectorFormat.values()).flatMap(each -> each.files().stream()))
        .collect(Collectors.toSet());
  }
}
