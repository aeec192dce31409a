package dev.akin.write.vector;

import dev.akin.exchange.VectorFile;
import dev.akin.exchange.VectorRow;
import dev.akin.paper.PaperId;
import java.io.IOException;

/// Ids and vectors as Parquet: `id`, a string, and `vector`, a list of floats, neither ever null.
///
/// @param file owned by this
record ParquetRows(VectorFile file) implements VectorTable.Rows {
  @Override
  public void add(PaperId id, float[] vector) throws IOException {
    file.add(VectorRow.ofPaper(id.value(), vector));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
