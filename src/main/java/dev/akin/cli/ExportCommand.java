package dev.akin.cli;

import dev.akin.base.AkinException;
import dev.akin.base.NewFolder;
import dev.akin.base.Printable;
import dev.akin.cli.option.ExportFormats;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.vector.Space;
import dev.akin.write.vector.VectorFormat;
import dev.akin.write.vector.VectorTable;
import java.nio.file.Files;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `akin export`
@Command(
    name = "export",
    header = "Write the vectors as .npy, JSON lines or Parquet.",
    description = {
      "Writes the ids and vectors of all papers that have a vector, in the order of ids. The same"
          + " index gives the same bytes.",
      "export.json beside the vectors says which model they come from."
    },
    footer = {
      "akin export --index my-index --out vectors",
      "akin export --index my-index --out - --as jsonl | gzip > vectors.jsonl.gz"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.NO_INPUT,
  ExitCode.EXISTS,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class ExportCommand implements Runnable {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder to make, or - for standard output (with --as jsonl).")
  private String out;

  @Mixin private ExportFormats formats;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Export the vectors of this model, if the index has several. Default: the first.")
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
    VectorFormat chosen = formats.vectors();
    if (out.equals(STANDARD_OUTPUT) && (chosen != VectorFormat.JSONL || formats.isJson())) {
      throw new IllegalArgumentException("--out - needs --as jsonl, and prints no summary");
    }
    return chosen;
  }

  private void write(VectorTable table, VectorFormat chosen) {
    Path folder = Path.of(out);
    if (!force && Files.exists(folder.resolve(VectorTable.CARD))) {
      throw new AkinException(
          AkinException.Kind.EXISTS,
          folder + " already contains an export; choose another folder, or add --force");
    }
    try (NewFolder made =
        NewFolder.at(folder, entry -> force && exported().contains(entry.toString()))) {
      int papers = table.write(made.path(), chosen, new Versions().akin());
      made.put();
      console
          .out()
          .println(
              formats.isJson()
                  ? json(papers, table.space(), chosen)
                  : text(papers, table.space(), chosen));
    }
  }

  private String text(int papers, Space space, VectorFormat chosen) {
    return "%s: %s of %s, %d dimensions, in %s"
        .formatted(
            out,
            Printable.count(papers, "vector"),
            space.model(),
            space.dimension(),
            String.join(" and ", chosen.files()));
  }

  private ObjectNode json(int papers, Space space, VectorFormat chosen) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("export", out)
            .put("papers", papers)
            .put("model", space.model())
            .put("dimension", space.dimension());
    chosen.files().forEach(node.putArray("files")::add);
    return node;
  }

  /// The files of an earlier export, in whatever format.
  private static Set<String> exported() {
    return Stream.concat(
            Stream.of(VectorTable.CARD),
            Arrays.stream(VectorFormat.values()).flatMap(each -> each.files().stream()))
        .collect(Collectors.toSet());
  }
}
