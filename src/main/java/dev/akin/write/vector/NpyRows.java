package dev.akin.write.vector;

import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.file.Path;

/// Ids and vectors as two NumPy arrays: `ids.npy` and, row by row, `vectors.npy`.
final class NpyRows implements VectorTable.Rows {
  private final NpyFile ids;
  private final NpyFile vectors;
  private final int idCodePoints;

  private NpyRows(NpyFile ids, NpyFile vectors, int idCodePoints) {
    this.ids = ids;
    this.vectors = vectors;
    this.idCodePoints = idCodePoints;
  }

  static NpyRows create(Path folder, VectorTable.Size size, int dimension) throws IOException {
    // NumPy has no strings of no characters.
    int idCodePoints = Math.max(1, size.idCodePoints());
    NpyFile ids =
        new NpyFile(folder.resolve("ids.npy"), "<U" + idCodePoints, "(" + size.rows() + ",)");
    try {
      String shape = "(" + size.rows() + ", " + dimension + ")";
      return new NpyRows(
          ids, new NpyFile(folder.resolve("vectors.npy"), "<f4", shape), idCodePoints);
    } catch (IOException e) {
      ids.close();
      throw e;
    }
  }

  @Override
  public void add(PaperId id, float[] vector) throws IOException {
    int[] characters = id.value().codePoints().toArray();
    for (int i = 0; i < idCodePoints; i++) {
      ids.put(i < characters.length ? characters[i] : 0);
    }
    for (float value : vector) {
      vectors.put(value);
    }
  }

  @Override
  public void close() throws IOException {
    try (ids) {
      vectors.close();
    }
  }
}
