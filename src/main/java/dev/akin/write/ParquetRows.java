package dev.akin.write;

import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// Ids and vectors as Parquet: `id`, a string, and `vector`, a list of floats, neither ever null.
/// Not compressed: vectors do not get smaller, and other readers need no library.
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

  /// What is held in memory before it is written.
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private static final class Row {
    private final String id;
    private final float[] vector;

    Row(String id, float[] vector) {
      this.id = id;
      this.vector = vector;
    }
  }

  private final ParquetWriter<Row> writer;

  private ParquetRows(ParquetWriter<Row> writer) {
    this.writer = writer;
  }

  static ParquetRows create(Path file) throws IOException {
    return new ParquetRows(
        new Builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withDictionaryEncoding(false)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build());
  }

  @Override
  public void add(PaperId id, float[] vector) throws IOException {
    writer.write(new Row(id.value(), vector));
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract there
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return new RowSupport();
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return new RowSupport();
    }
  }

  /// Takes a row apart.
  private static final class RowSupport extends WriteSupport<Row> {
    private @Nullable RecordConsumer out;

    @Override
    @SuppressWarnings("deprecation") // abstract there
    public WriteContext init(Configuration configuration) {
      return new WriteContext(SCHEMA, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(SCHEMA, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      this.out = consumer;
    }

    @Override
    public void write(Row row) {
      RecordConsumer to = Objects.requireNonNull(out);
      to.startMessage();
      to.startField(ID, 0);
      to.addBinary(Binary.fromString(row.id));
      to.endField(ID, 0);
      to.startField(VECTOR, 1);
      to.startGroup();
      addAll(row.vector, to);
      to.endGroup();
      to.endField(VECTOR, 1);
      to.endMessage();
    }

    private static void addAll(float[] vector, RecordConsumer to) {
      to.startField(LIST, 0);
      for (float value : vector) {
        to.startGroup();
        to.startField(ELEMENT, 0);
        to.addFloat(value);
        to.endField(ELEMENT, 0);
        to.endGroup();
      }
      to.endField(LIST, 0);
    }
  }
}
