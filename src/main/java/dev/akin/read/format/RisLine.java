package dev.akin.read.format;

import dev.akin.read.record.Line;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a RIS file: `TI - A title`, or a continuation of the line before it.
///
/// @param tag empty if the line has none
///
/// @hidden public for its own room only
public record RisLine(Line line, String tag, String value) {
  private static final Pattern TAGGED = Pattern.compile("([A-Z][A-Z0-9]) {1,2}-(?: (.*))?");

  static RisLine of(Line line) {
    Matcher matcher = TAGGED.matcher(line.content());
    if (!matcher.matches()) {
      return new RisLine(line, "", line.content());
    }
    String value = matcher.group(2);
    return new RisLine(line, matcher.group(1), value == null ? "" : value);
  }

  /// Whether a line begins a record.
  public static boolean isStart(String line) {
    return line.startsWith("TY  - ");
  }

  boolean isStart() {
    return tag.equals("TY");
  }

  boolean isEnd() {
    return tag.equals("ER");
  }

  /// Whether it belongs to a record. Some exports write other lines between records.
  boolean isOfRecord() {
    return line.fault() != null || !(tag.isEmpty() || isEnd());
  }
}
