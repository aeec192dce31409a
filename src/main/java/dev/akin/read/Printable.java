package dev.akin.read;

import java.util.Locale;

/// Pieces of an input as messages show them.
final class Printable {
  private static final int MAX_MESSAGE_CHARS = 400;
  private static final int MAX_QUOTE_CHARS = 60;

  private Printable() {}

  /// `text` without characters that a terminal acts on or that one cannot see.
  static String of(String text) {
    StringBuilder printable = new StringBuilder();
    cut(text, MAX_MESSAGE_CHARS)
        .codePoints()
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
  static String quote(String text) {
    return '"' + cut(text, MAX_QUOTE_CHARS) + '"';
  }

  /// `1,234`
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
    return text.substring(0, end) + "…";
  }

  private static boolean isPrintable(int codePoint) {
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
