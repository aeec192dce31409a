package dev.akin.write.vector;

import dev.akin.base.AkinException;
import dev.akin.exchange.VectorFile;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The ids and vectors of an index's papers by one of its models, in the order of ids. Papers
/// without a text have no vector and are left out. Memory does not grow with the index. The same
/// index gives the same bytes.
///
/// @param space of the model
public record VectorTable(IndexSnapshot snapshot, Space space) {
  /// The file that describes the others.
  public static final String CARD = "export.json";

  /// Receives the rows of a table.
  interface Rows extends AutoCloseable {
    /// Adds a row.
    ///
    /// @param vector must not be kept
    void add(PaperId id, float[] vector) throws IOException;

    @Override
    void close() throws IOException;
  }

  /// The size of a table.
  ///
  /// @param rows number of papers that have a vector
  /// @param idCodePoints length of the longest id in code points
  record Size(int rows, int idCodePoints) {}

  /// The table of an index by one of its models.
  ///
  /// @param model its name; absent for the first
  /// @throws IllegalArgumentException if the index does not have this model; the message names its
  ///   models
  public static VectorTable of(IndexSnapshot snapshot, Optional<String> model) {
    Space first = snapshot.info().spaces().getFirst();
    String name = model.orElse(first.model());
    return snapshot.info().spaces().stream()
        .filter(space -> space.model().equals(name))
        .findFirst()
        .map(space -> new VectorTable(snapshot, space))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the index has no vectors of the model \"%s\". Its models: %s"
                        .formatted(name, snapshot.info().models())));
  }

  /// Writes the table and its card into a folder.
  ///
  /// @param akin the version of akin
  /// @return number of papers that have a vector
  /// @throws UncheckedIOException if the files cannot be written
  public int write(Path folder, VectorFormat format, String akin) {
    try {
      Size size = size();
      try (Rows rows = rows(folder, format, size)) {
        write(rows);
      }
      String card =
          JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(card(size, format, akin));
      Files.writeString(folder.resolve(CARD), card + "\n");
      return size.rows();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + AkinException.reason(e), e);
    }
  }

  /// Writes the table as JSON lines, flushed and not closed.
  ///
  /// @throws UncheckedIOException if `out` cannot be written
  public void writeJsonLines(Writer out) {
    try {
      write(new JsonLineRows(out));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "standard output cannot be written: " + AkinException.reason(e), e);
    }
  }

  private Size size() {
    int[] counted = new int[2];
    snapshot.vectors(
        space,
        (id, vector) -> {
          counted[0]++;
          counted[1] = Math.max(counted[1], id.value().codePointCount(0, id.value().length()));
        });
    return new Size(counted[0], counted[1]);
  }

  private Rows rows(Path folder, VectorFormat format, Size size) throws IOException {
    Path file = folder.resolve(format.files().getFirst());
    return switch (format) {
      case NPY -> NpyRows.create(folder, size, space.dimension());
      case JSONL -> new JsonLineRows(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
      case PARQUET -> new ParquetRows(VectorFile.ofPapers(file));
    };
  }

  private void write(Rows rows) {
    snapshot.vectors(
        space,
        (id, vector) -> {
          try {
            rows.add(id, vector);
          } catch (IOException e) {
            throw new UncheckedIOException(AkinException.reason(e), e);
          }
        });
  }

  private ObjectNode card(Size size, VectorFormat format, String akin) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("model", space.model())
        .put("identity", space.identity())
        .put("dimension", space.dimension())
        .put("build", snapshot.info().build())
        .put("commit", snapshot.info().commit())
        .put("papers", size.rows())
        .put("format", format.label())
        .put("akin", akin);
  }
}
