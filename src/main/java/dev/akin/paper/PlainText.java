package dev.akin.paper;

import java.text.Normalizer;

/// The form in which papers hold text: Unicode normal form C, one space between words, no control
/// characters, no soft hyphens, no ligatures such as `ﬁ`.
public final class PlainText {
  private static final int SOFT_HYPHEN = 0xAD;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /// The signs that Windows-1252 has where Unicode has control characters, from U+0080. Programs
  /// that took the one for the other wrote the control characters. A space stands where neither has
  /// a sign, and for U+0085, which is a line break in Unicode.
  private static final String WINDOWS_1252 = "€ ‚ƒ„ †‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

  /// The ligatures from U+FB00.
  private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

  private PlainText() {}

  /// `text` in this form. Characters that mean something (`<10%`, `**bold**`, LaTeX) stay.
  public static String of(String text) {
    if (isClean(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int clean = endOfClean(text, i);
      int codePoint = text.codePointAt(i);
      if (clean == i && isSpace(codePoint)) {
        space = true;
      } else if (clean > i || !isInvisible(codePoint)) {
        if (space && !plain.isEmpty()) {
          plain.append(' ');
        }
        space = false;
        if (clean > i) {
          plain.append(text, i, clean);
        } else {
          append(plain, codePoint);
        }
      }
      i = Math.max(clean, i + Character.charCount(codePoint));
    }
    // Last, because an invisible character may have stood between a letter and its accent.
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /// Where the part ends that begins at `from` and stays as it is: characters that never change,
  /// and single spaces between them.
  private static int endOfClean(String text, int from) {
    int end = from;
    while (end < text.length() && isPlain(text.charAt(end))) {
      boolean isSpace = text.charAt(end) == ' ';
      if (isSpace
          && (end == from
              || end + 1 == text.length()
              || text.charAt(end + 1) == ' '
              || !isPlain(text.charAt(end + 1)))) {
        break;
      }
      end++;
    }
    return end;
  }

  private static void append(StringBuilder plain, int codePoint) {
    if ('\uFB00' <= codePoint && codePoint <= '\uFB06') {
      plain.append(LIGATURES[codePoint - '\uFB00']);
    } else if (isWindows1252(codePoint)) {
      plain.append(WINDOWS_1252.charAt(codePoint - '\u0080'));
    } else {
      plain.appendCodePoint(codePoint);
    }
  }

  private static boolean isWindows1252(int codePoint) {
    return '\u0080' <= codePoint && codePoint <= '\u009F';
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
        || ('\u00A1' <= c && c < '\u0300' && c != SOFT_HYPHEN)
        || ('\u2010' <= c && c <= '\u2027');
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || (isWindows1252(codePoint) && WINDOWS_1252.charAt(codePoint - '\u0080') == ' ')
        || codePoint < ' ';
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return (type == Character.CONTROL && !isWindows1252(codePoint))
        || type == Character.SURROGATE
        || codePoint == SOFT_HYPHEN
        || codePoint == BYTE_ORDER_MARK;
  }
}
