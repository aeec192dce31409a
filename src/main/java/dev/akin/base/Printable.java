package dev.akin.base;

import java.util.Locale;

/// Texts and numbers as messages and terminals show them.
///
/// A character that nobody sees, or that a terminal would obey, is written as `\u202E`.
public final class Printable {
  private static final int MAX_MESSAGE_CHARS = 400;
  private static final int MAX_QUOTE_CHARS = 60;

  private Printable() {}

  /// The first 400 characters of `text`, all of them visible.
  public static String of(String text) {
    return all(cut(text, MAX_MESSAGE_CHARS));
  }

  /// The whole of `text`, all characters visible.
  public static String all(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              if (isPrintable(codePoint)) {
                printable.appendCodePoint(codePoint);
              } else {
                printable.append("\\u%04X".formatted(codePoint));
              }
            });
    return printable.toString();
  }

  /// The first 60 characters of `text`, all of them visible, between quotation marks.
  public static String quote(String text) {
    return '"' + all(cut(text, MAX_QUOTE_CHARS)) + '"';
  }

  /// A number with a comma after each three digits: `1,234`.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// A number of things: `1 paper`, `54,159 papers`.
  ///
  /// @param one the name of one of them, whose plural ends in `s`
  public static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  /// A number of things: `1 entry`, `2 entries`.
  ///
  /// @param one the name of one of them
  /// @param many their name if they are not exactly one
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  private static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
    return text.substring(0, end) + "…";
  }

  /// Whether a terminal and an editor show a character as it is.
  public static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
