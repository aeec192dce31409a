package dev.akin.index.lucene.graph;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.codecs.lucene104.OffHeapScalarQuantizedVectorValues;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MemorySegmentAccessInput;
import org.apache.lucene.util.quantization.OptimizedScalarQuantizer.QuantizationResult;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.jspecify.annotations.Nullable;

/// The vectors of 4 bits a coordinate of one segment, row by row, as
/// [org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsFormat] writes them: the
/// packed numbers, then three floats and an int. For one thread.
///
/// Rows are copied from the mapped file itself. To read them through an [IndexInput] would make an
/// answer by meaning a sixth slower.
final class NibbleRows {
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CORRECTIONS = 3 * Float.BYTES + Integer.BYTES;

  private final QuantizedByteVectorValues vectors;
  private final MemorySegment file;
  private final int packedBytes;
  private final int rowBytes;
  private byte[] copies;

  private NibbleRows(QuantizedByteVectorValues vectors, MemorySegment file) {
    this.vectors = vectors;
    this.file = file;
    this.packedBytes = vectors.getVectorByteLength();
    this.rowBytes = packedBytes + CORRECTIONS;
    this.copies = new byte[rowBytes];
  }

  /// Absent if their file is not mapped into memory in one piece.
  static @Nullable NibbleRows of(QuantizedByteVectorValues vectors) throws IOException {
    IndexInput file = vectors.getSlice();
    MemorySegment mapped =
        file instanceof MemorySegmentAccessInput memory
            ? memory.segmentSliceOrNull(0, file.length())
            : null;
    return mapped == null ? null : new NibbleRows(vectors, mapped);
  }

  /// A vector to be compared with rows.
  NibbleQuery query(float[] vector) throws IOException {
    byte[] numbers = new byte[2 * packedBytes];
    QuantizationResult row =
        vectors
            .getQuantizer()
            .scalarQuantize(
                vector.clone(),
                numbers,
                vectors.getScalarEncoding().getQueryBits(),
                vectors.getCentroid());
    return query(numbers, row);
  }

  /// A row to be compared with others.
  NibbleQuery query(int row) throws IOException {
    byte[] numbers = new byte[2 * packedBytes];
    OffHeapScalarQuantizedVectorValues.unpackNibbles(vectors.vectorValue(row), numbers);
    return query(numbers, vectors.getCorrectiveTerms(row));
  }

  private NibbleQuery query(byte[] numbers, QuantizationResult row) throws IOException {
    return new NibbleQuery(numbers, vectors.dimension(), row, vectors.getCentroidDP());
  }

  /// How near a row is, 0 to 1.
  float score(NibbleQuery query, int row) {
    copy(row, 1, 0);
    return copied(query, 0);
  }

  /// How near some rows are.
  ///
  /// @param scores gets the score of each, 0 to 1
  /// @param count how many there are
  /// @return the greatest score
  float score(NibbleQuery query, int[] rows, float[] scores, int count) {
    if (copies.length < count * rowBytes) {
      copies = new byte[count * rowBytes];
    }
    if (areSideBySide(rows, count)) {
      copy(rows[0], count, 0);
    } else {
      for (int i = 0; i < count; i++) {
        copy(rows[i], 1, i * rowBytes);
      }
    }
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      scores[i] = copied(query, i * rowBytes);
      greatest = Math.max(greatest, scores[i]);
    }
    return greatest;
  }

  /// As they are where all rows are compared.
  private static boolean areSideBySide(int[] rows, int count) {
    int i = 1;
    while (i < count && rows[i] == rows[0] + i) {
      i++;
    }
    return i == count;
  }

  private void copy(int row, int count, int to) {
    MemorySegment.copy(
        file, ValueLayout.JAVA_BYTE, (long) row * rowBytes, copies, to, count * rowBytes);
  }

  private float copied(NibbleQuery query, int copy) {
    int at = copy + packedBytes;
    return query.score(
        copies,
        copy,
        new QuantizationResult(
            (float) FLOAT.get(copies, at),
            (float) FLOAT.get(copies, at + Float.BYTES),
            (float) FLOAT.get(copies, at + 2 * Float.BYTES),
            (int) INT.get(copies, at + 3 * Float.BYTES)));
  }
}
