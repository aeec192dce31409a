package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.read.record.Line;
import dev.akin.read.record.RecordReader;
import dev.akin.read.record.Refusal;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One JSON object a line, or an item of an array; one paper an object.
///
/// @hidden public for its own room only
public final class JsonLines implements RecordReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Source lines;
  private final Set<String> keys;
  private final Shape shape;
  private Line line = Line.NONE;

  /// @param keys those that `shape` asks for
  public JsonLines(Source lines, Set<String> keys, Shape shape) {
    this.lines = lines;
    this.keys = keys;
    this.shape = shape;
  }

  @Override
  public @Nullable Paper next() throws Refusal, IOException {
    for (Line next = lines.next(); next != null; next = lines.next()) {
      if (!next.isBlank()) {
        line = next;
        return paper(next.text());
      }
    }
    return null;
  }

  private Paper paper(String text) throws Refusal {
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw new Refusal("a byte order mark in the middle of the file");
    }
    return shape.paper(JsonText.parse(text, keys));
  }

  @Override
  public Line line() {
    return line;
  }

  /// Where the objects stand.
  @FunctionalInterface
  public interface Source {
    /// The next object, or null at the end.
    @Nullable Line next() throws IOException;
  }

  /// How a paper lies in an object.
  @FunctionalInterface
  public interface Shape {
    Paper paper(JsonRecord values) throws Refusal;
  }
}
