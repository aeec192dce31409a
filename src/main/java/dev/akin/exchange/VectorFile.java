package dev.akin.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/// Writes vectors as Parquet. Nothing in it is ever null. For one thread; close it.
///
/// The columns: `id`, a string; in a file of texts `text_key`, a string of 32 hexadecimal digits;
/// `vector`, a list of floats; in a file of texts `sentences`, the bytes of
/// [dev.akin.vector.SentenceEmbeddings]. The metadata of a file of texts has `akin.model` and
/// `akin.identity`, the name and the identity of the model.
public final class VectorFile implements AutoCloseable {
  static final String ID = "id";
  static final String TEXT = "text_key";
  static final String VECTOR = "vector";
  static final String SENTENCES = "sentences";
  private static final String LIST = "list";
  private static final String ELEMENT = "element";

  private final ParquetFile<VectorRow> file;

  private VectorFile(ParquetFile<VectorRow> file) {
    this.file = file;
  }

  /// Begins a file of papers and their vectors.
  public static VectorFile ofPapers(Path file) throws IOException {
    return new VectorFile(ParquetFile.create(file, new Form(false), Map.of()));
  }

  /// Begins a file of texts and their vectors.
  static VectorFile ofTexts(Path file, VectorOrigin origin) throws IOException {
    return new VectorFile(ParquetFile.create(file, new Form(true), origin.metadata()));
  }

  public void add(VectorRow row) throws IOException {
    file.add(row);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private record Form(boolean ofTexts) implements ParquetFile.Form<VectorRow> {
    @Override
    public MessageType schema() {
      Types.MessageTypeBuilder schema = Types.buildMessage();
      schema.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(ID);
      if (ofTexts) {
        schema
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(TEXT);
      }
      schema.requiredList().requiredElement(PrimitiveTypeName.FLOAT).named(VECTOR);
      if (ofTexts) {
        schema.required(PrimitiveTypeName.BINARY).named(SENTENCES);
      }
      return schema.named("papers");
    }

    @Override
    public void write(VectorRow row, RecordConsumer out) {
      int field = 0;
      add(ID, field++, Binary.fromString(row.id()), out);
      if (row.text() != null && ofTexts) {
        add(TEXT, field++, Binary.fromString(row.text()), out);
      }
      out.startField(VECTOR, field);
      out.startGroup();
      addAll(row.vector(), out);
      out.endGroup();
      out.endField(VECTOR, field++);
      if (ofTexts) {
        add(SENTENCES, field, Binary.fromConstantByteArray(row.sentences()), out);
      }
    }

    private static void add(String name, int field, Binary value, RecordConsumer out) {
      out.startField(name, field);
      out.addBinary(value);
      out.endField(name, field);
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
