package dev.akin.cli;

import dev.akin.base.AkinException;
import dev.akin.base.NewFolder;
import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.help.Versions;
import dev.akin.cli.option.ExportFormats;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.vector.Space;
import dev.akin.write.list.RecordFile;
import dev.akin.write.list.RecordFormat;
import dev.akin.write.vector.VectorFormat;
import dev.akin.write.vector.VectorTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    header = "Write the vectors or the papers of an index.",
    description = {
      "Writes the ids and vectors of all papers that have a vector, in the order of ids. The same"
          + " index gives the same bytes.",
      "export.json beside the vectors says which model they come from.",
      "With --records, writes all papers with all their fields instead."
    },
    footer = {
      "akin export --index my-index --out vectors",
      "akin export --index my-index --out - --records | gzip > papers.jsonl.gz"
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
      description = "Folder to make, or - for standard output (with --as jsonl or --records).")
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
    if (formats.isRecords()) {
      exportRecords(Usage.of(spec, this::chosenRecords));
    } else {
      exportVectors();
    }
  }

  private RecordFormat chosenRecords() {
    if (model != null) {
      throw new IllegalArgumentException("--records and --model cannot be used together");
    }
    if (out.equals(STANDARD_OUTPUT) && formats.isJson()) {
      throw new IllegalArgumentException("--out - prints no summary");
    }
    return formats.records();
  }

  private void exportRecords(RecordFormat chosen) {
    try (PaperIndex opened = index.store().open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      RecordFile records = new RecordFile(snapshot);
      if (out.equals(STANDARD_OUTPUT)) {
        records.write(console.out(), chosen);
      } else {
        write(records, chosen);
      }
    }
  }

  private void write(RecordFile records, RecordFormat chosen) {
    try (NewFolder made = newFolder(chosen.file())) {
      int papers = records.write(made.path(), chosen);
      made.put();
      ObjectNode summary =
          JsonNodeFactory.instance.objectNode().put("export", out).put("papers", papers);
      summary.putArray("files").add(chosen.file());
      console
          .out()
          .println(
              formats.isJson()
                  ? summary
                  : "%s: %s in %s".formatted(out, Printable.count(papers, "paper"), chosen.file()));
    }
  }

  private void exportVectors() {
    VectorFormat chosen = Usage.of(spec, this::chosen);
    try (PaperIndex opened = index.store().open(PaperIndex.Check.FILES);
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
    try (NewFolder made = newFolder(VectorTable.CARD)) {
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

  /// @param sign the file by which an earlier export is recognized
  private NewFolder newFolder(String sign) {
    Path folder = Path.of(out);
    if (!force && Files.exists(folder.resolve(sign))) {
      throw new AkinException(
          AkinException.Kind.EXISTS,
          folder + " already contains an export; choose another folder, or add --force");
    }
    return NewFolder.at(folder, entry -> force && exported().contains(entry.toString()));
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
    return Stream.of(
            Stream.of(VectorTable.CARD),
            Arrays.stream(VectorFormat.values()).flatMap(each -> each.files().stream()),
            Arrays.stream(RecordFormat.values()).map(RecordFormat::file))
        .flatMap(Function.identity())
        .collect(Collectors.toSet());
  }
}
