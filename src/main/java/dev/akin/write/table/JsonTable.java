package dev.akin.write.table;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/// A table as JSON lines, compressed with gzip: an object for each row, without absent values. The
/// first object has one key, `provenance`, and says what the table was made from.
final class JsonTable implements TableRows {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final int BUFFER_BYTES = 1 << 16;

  private final BufferedWriter out;
  private final List<TableColumn> columns;

  private JsonTable(BufferedWriter out, List<TableColumn> columns) {
    this.out = out;
    this.columns = columns;
  }

  static JsonTable create(Path file, List<TableColumn> columns, Provenance provenance)
      throws IOException {
    BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(file)), BUFFER_BYTES),
                StandardCharsets.UTF_8));
    out.write(JSON.createObjectNode().set("provenance", provenance.json()).toString());
    out.write('\n');
    return new JsonTable(out, columns);
  }

  @Override
  public void add(List<@Nullable Object> cells) throws IOException {
    try (JsonGenerator line = JSON.createGenerator(out)) {
      line.writeStartObject();
      for (int i = 0; i < cells.size(); i++) {
        switch (cells.get(i)) {
          case null -> {}
          case Integer number -> line.writeNumberProperty(columns.get(i).name(), number);
          case Double number -> line.writeNumberProperty(columns.get(i).name(), number);
          case Object text -> line.writeStringProperty(columns.get(i).name(), text.toString());
        }
      }
      line.writeEndObject();
    } catch (JacksonIOException e) {
      throw e.getCause(); // the failure of the disk itself
    }
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
