package dev.akin.read.format;

import dev.akin.read.record.Line;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a RIS file: `TI - A title`, or a continuation of the line before it.
///
/// Programs write the separator in many ways. With one space before the dash, one has to follow, so
/// that a continuation such as `T1 -weighted images` is none.
///
/// @param tag empty if the line has none
///
/// @hidden public for its own room only
public record RisLine(Line line, String tag, String value) {
  private static final Pattern TAGGED =
      Pattern.compile(
          "[ \\t\\xA0]{0,20}([A-Z][A-Z0-9])(?:[ \\t\\xA0]{2,8}-|[ \\t]?-(?=[ \\t]|$))[ \\t]*(.*)",
          Pattern.DOTALL);

  private static final Pattern START =
      Pattern.compile("\\s{0,20}TY(?:\\s{2,8}-|\\s?-(?=\\s))\\s*[A-Za-z]+\\s*");

  static RisLine of(Line line) {
    Matcher matcher = TAGGED.matcher(line.content());
    return matcher.matches()
        ? new RisLine(line, matcher.group(1), matcher.group(2))
        : new RisLine(line, "", line.content());
  }

  /// Whether a line begins a record.
  public static boolean isStart(String line) {
    return START.matcher(line).matches();
  }

  boolean isType() {
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
