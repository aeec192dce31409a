package dev.akin.read.value;

import dev.akin.base.Sha256;
import java.text.Normalizer;
import java.util.Locale;

/// Makes an id of a title: `attention-is-all-you-need`.
///
/// Case, accents, punctuation and white space are ignored, so that a title gets the same id
/// wherever it was copied from. If more than that is lost (the end of a long title, letters that
/// are not Latin), a hash of the whole title is appended.
///
/// @hidden public for its own room only
public final class TitleSlug {
  private static final int MAX_CHARS = 80;
  private static final int HASH_BYTES = 5;
  private static final String NAMELESS = "title";

  private TitleSlug() {}

  /// The id of a title, at most 91 characters of ASCII.
  public static String of(String title) {
    String words = words(title);
    String latin = latin(words);
    if (latin.equals(words) && !latin.isEmpty() && latin.length() <= MAX_CHARS) {
      return latin;
    }
    String start = latin.isEmpty() ? NAMELESS : cut(latin);
    return start + "-" + Sha256.hex(words.isEmpty() ? title : words, HASH_BYTES);
  }

  /// The letters and digits of the title in lower case, in any script, with one `-` for whatever
  /// stands between them.
  private static String words(String title) {
    StringBuilder words = new StringBuilder();
    Normalizer.normalize(title, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
        .forEach(codePoint -> append(words, codePoint, Character.isLetterOrDigit(codePoint)));
    return trim(words);
  }

  private static String latin(String words) {
    StringBuilder latin = new StringBuilder();
    words.chars().forEach(c -> append(latin, c, ('a' <= c && c <= 'z') || ('0' <= c && c <= '9')));
    return trim(latin);
  }

  private static void append(StringBuilder words, int codePoint, boolean keep) {
    if (keep) {
      words.appendCodePoint(codePoint);
    } else if (!words.isEmpty() && words.charAt(words.length() - 1) != '-') {
      words.append('-');
    }
  }

  private static String trim(StringBuilder words) {
    int length = words.length();
    return words.substring(0, length > 0 && words.charAt(length - 1) == '-' ? length - 1 : length);
  }

  private static String cut(String latin) {
    if (latin.length() <= MAX_CHARS) {
      return latin;
    }
    int end = latin.lastIndexOf('-', MAX_CHARS);
    return latin.substring(0, end > 0 ? end : MAX_CHARS);
  }
}
