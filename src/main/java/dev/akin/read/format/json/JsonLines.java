package dev.akin.read.format.json;

import dev.akin.paper.Paper;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads papers from JSON objects, one paper from each object, laid out in any of the ways of
/// [JsonObjects].
///
/// @hidden public for its own room only
public final class JsonLines implements RecordReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final LineReader source;
  private @Nullable Source lines;
  private final Set<String> keys;
  private final Shape shape;
  private Line line = Line.NONE;

  /// @param keys all keys that `shape` reads
  public JsonLines(LineReader source, Set<String> keys, Shape shape) {
    this.source = source;
    this.keys = keys;
    this.shape = shape;
  }

  @Override
  public @Nullable Paper next() throws BadRecordException, IOException {
    if (lines == null) {
      lines = JsonObjects.in(source);
    }
    for (Line next = lines.next(); next != null; next = lines.next()) {
      if (!next.isBlank()) {
        line = next;
        return paper(next.text());
      }
    }
    return null;
  }

  private Paper paper(String text) throws BadRecordException {
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw new BadRecordException("a byte order mark in the middle of the file");
    }
    return shape.paper(JsonText.parse(text, keys));
  }

  @Override
  public Line line() {
    return line;
  }

  /// Where the objects come from.
  @FunctionalInterface
  interface Source {
    /// The next object, or null at the end.
    @Nullable Line next() throws IOException;
  }

  /// How a paper is read from an object.
  @FunctionalInterface
  public interface Shape {
    /// The paper in an object.
    Paper paper(JsonRecord values) throws BadRecordException;
  }
}
