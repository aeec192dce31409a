package dev.akin.exchange;

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
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Writes a Parquet file, row by row. It is not compressed, so that readers need no other library.
/// For one thread; close it.
///
/// @param <R> a row
public final class ParquetFile<R> implements AutoCloseable {
  /// How much is held in memory before it is written.
  private static final long ROW_GROUP_BYTES = 32L << 20;

  /// The structure of the rows.
  ///
  /// @param <R> a row
  public interface Form<R> {
    MessageType schema();

    /// Hands the fields of a row to `out`.
    void write(R row, RecordConsumer out);

    /// Whether columns repeat their values.
    boolean repeats();
  }

  private final ParquetWriter<R> writer;

  private ParquetFile(ParquetWriter<R> writer) {
    this.writer = writer;
  }

  /// Begins a file.
  ///
  /// @param metadata of the file, by name
  public static <R> ParquetFile<R> create(Path file, Form<R> form, Map<String, String> metadata)
      throws IOException {
    return new ParquetFile<>(
        new Builder<>(new LocalOutputFile(file), new Support<>(form, metadata))
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withDictionaryEncoding(form.repeats())
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build());
  }

  public void add(R row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
    private final Support<R> support;

    Builder(OutputFile file, Support<R> support) {
      super(file);
      this.support = support;
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract there
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      return support;
    }

    @Override
    protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
      return support;
    }
  }

  private static final class Support<R> extends WriteSupport<R> {
    private final Form<R> form;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer out;

    Support(Form<R> form, Map<String, String> metadata) {
      this.form = form;
      this.metadata = metadata;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract there
    public WriteContext init(Configuration configuration) {
      return new WriteContext(form.schema(), metadata);
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(form.schema(), metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      this.out = consumer;
    }

    @Override
    public void write(R row) {
      RecordConsumer to = Objects.requireNonNull(out);
      to.startMessage();
      form.write(row, to);
      to.endMessage();
    }
  }
}
