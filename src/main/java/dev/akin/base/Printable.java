package dev.akin.base;

import java.util.Locale;

/// Pieces of people's texts as messages and terminals show them: characters that steer a terminal,
/// or that nobody sees, are written as `\u202E`.
public final class Printable {
  private static final int MAX_MESSAGE_CHARS = 400;
  private static final int MAX_QUOTE_CHARS = 60;

  private Printable() {}

  /// The start of `text`, without such characters.
  public static String of(String text) {
    return all(cut(text, MAX_MESSAGE_CHARS));
  }

  /// The whole of `text` without such characters.
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

  /// The start of `text` between quotation marks.
  public static String quote(String text) {
    return '"' + cut(text, MAX_QUOTE_CHARS) + '"';
  }

  /// `1,234`
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
    return text.substring(0, end) + "…";
  }

  /// Whether a terminal and an editor show a character as what it is.
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
