package dev.akin.read.format.json;

import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How the JSON objects of a source are laid out.
///
/// @hidden public for its own room only
public enum JsonObjects {
  /// One object on each line.
  LINES,

  /// The items of an array, or objects of several lines each.
  ITEMS,

  /// The works in answers of an API.
  ANSWERS;

  /// The layout of a source that begins with this text, which may be cut off.
  public static JsonObjects of(String head) {
    String text = head.stripLeading();
    if (text.startsWith("[")) {
      return ITEMS;
    }
    if (!text.startsWith("{")) {
      return LINES;
    }
    if (JsonAnswers.isStart(text)) {
      return ANSWERS;
    }
    List<String> lines =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(2).toList();
    boolean goesOn =
        lines.size() > 1 && !lines.get(0).endsWith("}") && lines.get(1).startsWith("\"");
    return goesOn ? ITEMS : LINES;
  }

  /// The objects of a source.
  static JsonLines.Source in(LineReader source) throws IOException {
    String head = new String(source.head(), StandardCharsets.UTF_8);
    return of(head).from(source);
  }

  private JsonLines.Source from(LineReader source) {
    return switch (this) {
      case LINES -> source::next;
      case ITEMS -> new JsonItems(source)::next;
      case ANSWERS -> new JsonAnswers(source)::next;
    };
  }

  /// The first objects of a text that may be cut off, the last one perhaps with it.
  ///
  /// @param count the most
  public List<String> first(String text, int count) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> objects = new ArrayList<>();
    try (LineReader lines = new LineReader(new ByteArrayInputStream(bytes))) {
      JsonLines.Source source = from(lines);
      for (Line item = source.next();
          item != null && objects.size() < count;
          item = source.next()) {
        objects.add(item.content());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return objects;
  }
}
