package dev.akin.write.vector;

import dev.akin.paper.PaperId;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/// Ids and vectors as JSON lines: `{"id":"a","vector":[0.6,0.8]}`. A coordinate has as few digits
/// as give the same float again.
final class JsonLineRows implements VectorTable.Rows {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final Writer out;

  JsonLineRows(Writer out) {
    this.out = out;
  }

  @Override
  public void add(PaperId id, float[] vector) throws IOException {
    try (JsonGenerator line = JSON.createGenerator(out)) {
      line.writeStartObject();
      line.writeStringProperty("id", id.value());
      line.writeArrayPropertyStart("vector");
      for (float value : vector) {
        line.writeNumber(value);
      }
      line.writeEndArray();
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
