package dev.akin.paper;

import java.text.Normalizer;

/// The form in which papers hold text: Unicode normal form C, one space between words, no control
/// characters.
public final class PlainText {
  private PlainText() {}

  /// `text` in this form. Characters that mean something (`<10%`, `**bold**`, LaTeX) stay.
  public static String of(String text) {
    if (isClean(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isSpace(codePoint)) {
        space = true;
      } else if (!isInvisible(codePoint)) {
        if (space && !plain.isEmpty()) {
          plain.append(' ');
        }
        space = false;
        plain.appendCodePoint(codePoint);
      }
    }
    // Last, because an invisible character may have stood between a letter and its accent.
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static boolean isClean(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c) || (c == ' ' && space)) {
        return false;
      }
      space = c == ' ';
    }
    return !space;
  }

  /// Whether a character never changes: ASCII, the letters below the combining accents, dashes and
  /// quotation marks.
  private static boolean isPlain(char c) {
    return (' ' <= c && c <= '~')
        || ('\u00A1' <= c && c < '\u0300')
        || ('\u2010' <= c && c <= '\u2027');
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || (codePoint < ' ' && codePoint != 0);
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE || codePoint == 0xFEFF;
  }
}
