package dev.akin.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Reads vectors from Parquet, those of `akin embed` and others: [VectorColumns] says which columns
/// have them. The checksums of pages are compared, where there are some.
final class ParquetVectors implements VectorReader {
  private final Path file;
  private final ParquetFileReader reader;
  private final MessageType columns;
  private final MessageColumnIO form;
  private @Nullable RecordReader<VectorRow> rows;
  private long rowsLeft;
  private long done;

  private ParquetVectors(Path file, ParquetFileReader reader, MessageType columns) {
    this.file = file;
    this.reader = reader;
    this.columns = columns;
    MessageType all = reader.getFileMetaData().getSchema();
    this.form = new ColumnIOFactory().getColumnIO(columns, all);
    reader.setRequestedSchema(columns);
  }

  /// Opens a file to read its vectors.
  ///
  /// @throws VectorException if it is no Parquet file, or has no vectors
  static ParquetVectors open(Path file) {
    return open(file, VectorColumns::all);
  }

  /// Opens a file of `akin embed` to read which texts it has: the vectors are empty.
  ///
  /// @throws VectorException if it is no such file
  static ParquetVectors openNames(Path file) {
    return open(file, VectorColumns::names);
  }

  private static ParquetVectors open(Path file, Function<VectorColumns, MessageType> choice) {
    ParquetFileReader opened = openFile(file);
    try {
      MessageType all = opened.getFileMetaData().getSchema();
      return new ParquetVectors(file, opened, choice.apply(new VectorColumns(file, all)));
    } catch (RuntimeException e) {
      close(file, opened);
      throw e;
    }
  }

  private static ParquetFileReader openFile(Path file) {
    ParquetReadOptions options =
        new ParquetReadOptions.Builder(new PlainParquetConfiguration())
            .withCodecFactory(new PageCodecs())
            .usePageChecksumVerification()
            .build();
    try {
      return ParquetFileReader.open(new LocalInputFile(file), options);
    } catch (IOException | RuntimeException e) {
      // Parquet throws anything when a file is damaged.
      throw VectorException.damaged(file, "not a whole Parquet file", e);
    }
  }

  /// The model that the file names; absent if it names none.
  @Nullable VectorOrigin origin() {
    return VectorOrigin.of(reader.getFileMetaData().getKeyValueMetaData());
  }

  @Override
  public @Nullable VectorRow next() {
    try {
      while (rows == null || rowsLeft == 0) {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
          return null;
        }
        rows = form.getRecordReader(pages, new RowMaterializer(columns));
        rowsLeft = pages.getRowCount();
      }
      VectorRow row = rows.read();
      rowsLeft--;
      done++;
      return row;
    } catch (IOException | RuntimeException e) {
      throw VectorException.damaged(file, "damaged after row " + done, e);
    }
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public void close() {
    close(file, reader);
  }

  private static void close(Path file, ParquetFileReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw VectorException.disk(file, "cannot be closed", e);
    }
  }
}
