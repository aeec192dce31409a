package dev.akin.write.table;

import dev.akin.exchange.ParquetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// A table as Parquet: strings, 32-bit integers and doubles, any of which may be null. The metadata
/// of the file says what the table was made from.
final class ParquetTable implements TableRows {
  private final ParquetFile<List<@Nullable Object>> file;

  private ParquetTable(ParquetFile<List<@Nullable Object>> file) {
    this.file = file;
  }

  static ParquetTable create(Path file, List<TableColumn> columns, Provenance provenance)
      throws IOException {
    return new ParquetTable(ParquetFile.create(file, new CellForm(columns), provenance.entries()));
  }

  @Override
  public void add(List<@Nullable Object> cells) throws IOException {
    file.add(cells);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private record CellForm(List<TableColumn> columns)
      implements ParquetFile.Form<List<@Nullable Object>> {
    @Override
    public MessageType schema() {
      return new MessageType("table", columns.stream().map(CellForm::type).toList());
    }

    private static Type type(TableColumn column) {
      return switch (column.kind()) {
        case TEXT, REPEATED ->
            Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
        case INTEGER -> Types.optional(PrimitiveTypeName.INT32).named(column.name());
        case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      };
    }

    @Override
    public void write(List<@Nullable Object> cells, RecordConsumer out) {
      for (int i = 0; i < cells.size(); i++) {
        Object cell = cells.get(i);
        if (cell != null) {
          out.startField(columns.get(i).name(), i);
          switch (columns.get(i).kind()) {
            case TEXT, REPEATED -> out.addBinary(Binary.fromString((String) cell));
            case INTEGER -> out.addInteger((Integer) cell);
            case NUMBER -> out.addDouble((Double) cell);
          }
          out.endField(columns.get(i).name(), i);
        }
      }
    }

    @Override
    public boolean repeats() {
      return true;
    }
  }
}
