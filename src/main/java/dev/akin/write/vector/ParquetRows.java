package dev.akin.write.vector;

import dev.akin.paper.PaperId;
import dev.akin.write.table.ParquetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/// Ids and vectors as Parquet: `id`, a string, and `vector`, a list of floats, neither ever null.
final class ParquetRows implements VectorTable.Rows {
  private static final String ID = "id";
  private static final String VECTOR = "vector";
  private static final String LIST = "list";
  private static final String ELEMENT = "element";
  private static final MessageType SCHEMA =
      Types.buildMessage()
          .required(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(ID)
          .requiredList()
          .requiredElement(PrimitiveTypeName.FLOAT)
          .named(VECTOR)
          .named("papers");

  private static final class Row {
    private final String id;
    private final float[] vector;

    Row(String id, float[] vector) {
      this.id = id;
      this.vector = vector;
    }
  }

  private final ParquetFile<Row> file;

  private ParquetRows(ParquetFile<Row> file) {
    this.file = file;
  }

  static ParquetRows create(Path file) throws IOException {
    return new ParquetRows(ParquetFile.create(file, new RowForm(), Map.of()));
  }

  @Override
  public void add(PaperId id, float[] vector) throws IOException {
    file.add(new Row(id.value(), vector));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static final class RowForm implements ParquetFile.Form<Row> {
    @Override
    public MessageType schema() {
      return SCHEMA;
    }

    @Override
    public void write(Row row, RecordConsumer out) {
      out.startField(ID, 0);
      out.addBinary(Binary.fromString(row.id));
      out.endField(ID, 0);
      out.startField(VECTOR, 1);
      out.startGroup();
      addAll(row.vector, out);
      out.endGroup();
      out.endField(VECTOR, 1);
    }

    private static void addAll(float[] vector, RecordConsumer out) {
      out.startField(LIST, 0);
      for (float value : vector) {
        out.startGroup();
        out.startField(ELEMENT, 0);
        out.addFloat(value);
        out.endField(ELEMENT, 0);
        out.endGroup();
      }
      out.endField(LIST, 0);
    }

    @Override
    public boolean repeats() {
      return false;
    }
  }
}
