package dev.akin.onnx.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// A constant tensor. Its bytes may be a part of a mapped file. The constants are the numbers of
/// the types in the file format.
///
/// @param type the type of its elements
/// @param shape its dimensions; none for a single value
/// @param bytes elements in little-endian order, row after row
/// @param isExternal whether the bytes are in another file; then there are none here
///
/// @hidden public for its own room only
public record Tensor(int type, List<Long> shape, ByteBuffer bytes, boolean isExternal) {
  public static final int FLOAT = 1;
  public static final int UINT8 = 2;
  public static final int INT8 = 3;
  public static final int INT32 = 6;
  public static final int INT64 = 7;
  public static final int FLOAT16 = 10;
  public static final int DOUBLE = 11;
  public static final int BFLOAT16 = 16;

  public Tensor {
    shape = List.copyOf(shape);
  }

  /// A tensor of floats.
  public static Tensor of(float[] values, long... shape) {
    ByteBuffer bytes = room(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return new Tensor(FLOAT, LongStream.of(shape).boxed().toList(), bytes, false);
  }

  /// A tensor of 64-bit integers.
  public static Tensor of(long[] values, long... shape) {
    ByteBuffer bytes = room(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return new Tensor(INT64, LongStream.of(shape).boxed().toList(), bytes, false);
  }

  /// A tensor of 8-bit integers.
  ///
  /// @param type [#UINT8] or [#INT8]
  public static Tensor of(int type, byte[] values, long... shape) {
    return new Tensor(type, LongStream.of(shape).boxed().toList(), ByteBuffer.wrap(values), false);
  }

  private static ByteBuffer room(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// How many elements it has.
  public long size() {
    return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
  }

  /// Whether its dimensions are possible and fit the number of bytes. Bytes in another file, or of
  /// a type that is never read, are not counted.
  boolean isWhole() {
    long size = 1;
    for (long dimension : shape) {
      if (dimension < 0 || Math.multiplyHigh(size, dimension) != 0 || size * dimension < 0) {
        return false;
      }
      size *= dimension;
    }
    int bytesEach = type == INT64 ? Long.BYTES : Integer.BYTES;
    boolean isRead = !isExternal && (isInteger() || type == FLOAT);
    return !isRead || (bytes.remaining() % bytesEach == 0 && size == bytes.remaining() / bytesEach);
  }

  /// The elements, if they are [#FLOAT].
  public float[] floats() {
    float[] values = new float[Math.toIntExact(size())];
    bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /// The elements, if they are [#INT64] or [#INT32].
  public long[] integers() {
    ByteBuffer from = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    long[] values = new long[Math.toIntExact(size())];
    if (type == INT64) {
      from.asLongBuffer().get(values);
    } else {
      Arrays.setAll(values, i -> from.getInt(i * Integer.BYTES));
    }
    return values;
  }

  /// Whether its elements are [#INT64] or [#INT32].
  public boolean isInteger() {
    return type == INT64 || type == INT32;
  }
}
