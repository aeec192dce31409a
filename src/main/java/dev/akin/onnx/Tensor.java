package dev.akin.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// A constant tensor. Its bytes may be a part of a mapped file.
///
/// @param type of its elements
/// @param shape its dimensions; none for a single value
/// @param bytes little-endian, row after row
/// @param isExternal whether the bytes are in another file; then there are none here
record Tensor(int type, List<Long> shape, ByteBuffer bytes, boolean isExternal) {
  static final int FLOAT = 1;
  static final int UINT8 = 2;
  static final int INT8 = 3;
  static final int INT32 = 6;
  static final int INT64 = 7;
  static final int FLOAT16 = 10;
  static final int DOUBLE = 11;
  static final int BFLOAT16 = 16;

  Tensor {
    shape = List.copyOf(shape);
  }

  static Tensor of(float[] values, long... shape) {
    ByteBuffer bytes = room(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return new Tensor(FLOAT, LongStream.of(shape).boxed().toList(), bytes, false);
  }

  static Tensor of(long[] values, long... shape) {
    ByteBuffer bytes = room(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return new Tensor(INT64, LongStream.of(shape).boxed().toList(), bytes, false);
  }

  /// @param type [#UINT8] or [#INT8]
  static Tensor of(int type, byte[] values, long... shape) {
    return new Tensor(type, LongStream.of(shape).boxed().toList(), ByteBuffer.wrap(values), false);
  }

  private static ByteBuffer room(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Elements, of all dimensions.
  long size() {
    return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
  }

  /// Whether its dimensions can be, and there are as many bytes as they say; bytes of types that
  /// are not read, or in another file, are not counted.
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

  /// The elements of a tensor of floats.
  float[] floats() {
    float[] values = new float[Math.toIntExact(size())];
    bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /// The elements as integers, for a tensor of integers.
  long[] integers() {
    ByteBuffer from = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    long[] values = new long[Math.toIntExact(size())];
    if (type == INT64) {
      from.asLongBuffer().get(values);
    } else {
      Arrays.setAll(values, i -> from.getInt(i * Integer.BYTES));
    }
    return values;
  }

  boolean isInteger() {
    return type == INT64 || type == INT32;
  }
}
