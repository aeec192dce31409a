package dev.akin.exchange;

import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/// Makes rows of what Parquet reads. Numbers of any kind become floats.
final class RowMaterializer extends RecordMaterializer<VectorRow> {
  private static final byte[] NOTHING = new byte[0];

  /// A longer list is none of coordinates; its rest is dropped.
  private static final int MAX_COORDINATES = 1 << 20;

  private final RowConverter root;
  private @Nullable String id;
  private @Nullable String text;
  private byte[] sentences = NOTHING;
  private float[] vector = new float[512];
  private int coordinates;

  /// @param columns those of [VectorColumns]
  RowMaterializer(MessageType columns) {
    root = new RowConverter(columns.getFields().stream().map(this::converter).toList());
  }

  private Converter converter(Type column) {
    return switch (column.getName()) {
      case VectorFile.ID -> new NameConverter();
      case VectorFile.TEXT -> new BytesConverter(value -> text = value.toStringUsingUTF8());
      case VectorFile.SENTENCES -> new BytesConverter(value -> sentences = value.getBytes());
      default -> coordinates(column);
    };
  }

  private Converter coordinates(Type type) {
    return type.isPrimitive()
        ? new CoordinateConverter()
        : new ListConverter(coordinates(type.asGroupType().getType(0)));
  }

  private void add(float value) {
    if (coordinates < MAX_COORDINATES) {
      if (coordinates == vector.length) {
        vector = Arrays.copyOf(vector, 2 * coordinates);
      }
      vector[coordinates++] = value;
    }
  }

  /// The row; an absent id is an empty one.
  @Override
  public VectorRow getCurrentRecord() {
    return new VectorRow(id == null ? "" : id, text, Arrays.copyOf(vector, coordinates), sentences);
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private final class RowConverter extends GroupConverter {
    private final List<Converter> columns;

    RowConverter(List<Converter> columns) {
      this.columns = columns;
    }

    @Override
    public Converter getConverter(int field) {
      return columns.get(field);
    }

    @Override
    public void start() {
      id = null;
      text = null;
      sentences = NOTHING;
      coordinates = 0;
    }

    @Override
    public void end() {}
  }

  private static final class ListConverter extends GroupConverter {
    private final Converter inner;

    ListConverter(Converter inner) {
      this.inner = inner;
    }

    @Override
    public Converter getConverter(int field) {
      return inner;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  private interface Bytes {
    void take(Binary value);
  }

  private static final class BytesConverter extends PrimitiveConverter {
    private final Bytes bytes;

    BytesConverter(Bytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public void addBinary(Binary value) {
      bytes.take(value);
    }
  }

  private final class NameConverter extends PrimitiveConverter {
    @Override
    public void addBinary(Binary value) {
      id = value.toStringUsingUTF8();
    }

    @Override
    public void addInt(int value) {
      id = Integer.toString(value);
    }

    @Override
    public void addLong(long value) {
      id = Long.toString(value);
    }
  }

  private final class CoordinateConverter extends PrimitiveConverter {
    @Override
    public void addFloat(float value) {
      add(value);
    }

    @Override
    public void addDouble(double value) {
      add((float) value);
    }

    /// Half precision.
    @Override
    public void addBinary(Binary value) {
      byte[] bytes = value.getBytesUnsafe();
      add(Float.float16ToFloat((short) ((bytes[1] << Byte.SIZE) | (bytes[0] & 0xff))));
    }
  }
}
