package dev.akin.exchange;

import dev.akin.base.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `vectors.npy` and, in the same order, the ids: `ids.txt`, one a line, or `ids.npy`.
final class NpyVectors implements VectorReader {
  static final String VECTORS = "vectors.npy";
  private static final String IDS_OF_NUMPY = "ids.npy";
  private static final String IDS = "ids.txt";
  private static final int FLOAT32 = 4;
  private static final int FLOAT64 = 8;
  private static final int FLOAT16 = 2;

  private final Path file;
  private final NpyArray vectors;
  private final List<String> ids;
  private final int itemBytes;
  private int row;

  private NpyVectors(Path file, NpyArray vectors) {
    this.file = file;
    this.vectors = vectors;
    this.itemBytes = itemBytes(file, vectors.type());
    vectors.requireWhole(itemBytes);
    Path names = names(file);
    this.ids = names.endsWith(IDS) ? lines(names) : strings(names);
    if (ids.size() != vectors.rows()) {
      throw VectorException.malformed(
          names,
          "it has %s, but %s has %s"
              .formatted(
                  Printable.count(ids.size(), "id"), file, Printable.count(vectors.rows(), "row")));
    }
  }

  /// @throws VectorException if a file is missing or cut, or they have not as many rows
  static NpyVectors open(Path file) {
    NpyArray vectors = NpyArray.open(file);
    try {
      return new NpyVectors(file, vectors);
    } catch (RuntimeException e) {
      vectors.close();
      throw e;
    }
  }

  private static int itemBytes(Path file, String type) {
    return switch (type) {
      case "<f4" -> FLOAT32;
      case "<f8" -> FLOAT64;
      case "<f2" -> FLOAT16;
      default ->
          throw VectorException.malformed(
              file, "its items are of the type \"%s\", not <f4, <f8 or <f2".formatted(type));
    };
  }

  private static Path names(Path file) {
    Path lines = file.resolveSibling(IDS);
    Path array = file.resolveSibling(IDS_OF_NUMPY);
    if (Files.exists(lines)) {
      return lines;
    }
    if (Files.exists(array)) {
      return array;
    }
    throw VectorException.malformed(
        file, "there is neither ids.txt nor ids.npy next to it, so nobody knows whose they are");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw VectorException.damaged(file, "cannot be read", e);
    }
  }

  private static List<String> strings(Path file) {
    try (NpyArray array = NpyArray.open(file)) {
      if (!array.type().matches("<U\\d{1,5}") || array.width() > 1) {
        throw VectorException.malformed(file, "it is no array of strings");
      }
      int bytes = Integer.BYTES * Math.max(1, Integer.parseInt(array.type().substring(2)));
      array.requireWhole(bytes);
      List<String> strings = new ArrayList<>();
      for (long i = 0; i < array.rows(); i++) {
        strings.add(string(array.next(bytes)));
      }
      return strings;
    }
  }

  private static String string(ByteBuffer codePoints) {
    StringBuilder text = new StringBuilder();
    while (codePoints.hasRemaining()) {
      int codePoint = codePoints.getInt();
      if (codePoint != 0) {
        text.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : '\uFFFD');
      }
    }
    return text.toString();
  }

  @Override
  public @Nullable VectorRow next() {
    if (row == ids.size()) {
      return null;
    }
    ByteBuffer items = vectors.next(vectors.width() * itemBytes);
    float[] vector = new float[vectors.width()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] =
          switch (itemBytes) {
            case FLOAT16 -> Float.float16ToFloat(items.getShort());
            case FLOAT32 -> items.getFloat();
            default -> (float) items.getDouble();
          };
    }
    return VectorRow.ofPaper(ids.get(row++), vector);
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public void close() {
    vectors.close();
  }
}
