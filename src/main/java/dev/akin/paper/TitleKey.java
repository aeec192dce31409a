package dev.akin.paper;

import java.text.Normalizer;
import java.util.Locale;

/// The form in which titles are compared: letters and digits in lower case, without accents, one
/// space between words.
public final class TitleKey {
  private static final char MAX_ASCII = 127;

  private TitleKey() {}

  /// The key of a title; empty if it has neither letters nor digits.
  public static String of(String title) {
    String words = (isAscii(title) ? title : withoutAccents(title)).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(words.length());
    for (int from = 0; from < words.length(); ) {
      int to = endOfWord(words, from);
      if (to > from) {
        key.append(key.isEmpty() ? "" : " ").append(words, from, to);
      }
      from = to + 1;
    }
    return key.toString();
  }

  private static int endOfWord(String text, int from) {
    int to = from;
    while (to < text.length()) {
      int character = text.codePointAt(to);
      if (!isOfWord(character)) {
        return to;
      }
      to += Character.charCount(character);
    }
    return to;
  }

  private static boolean isAscii(String title) {
    for (int i = 0; i < title.length(); i++) {
      if (title.charAt(i) > MAX_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static String withoutAccents(String title) {
    String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
    StringBuilder bare = new StringBuilder(decomposed.length());
    decomposed.codePoints().filter(each -> !isAccent(each)).forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static boolean isAccent(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isOfWord(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.LETTER_NUMBER
        || Character.getType(character) == Character.OTHER_NUMBER;
  }
}
