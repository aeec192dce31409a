package dev.akin.paper;

import java.text.Normalizer;
import java.util.Locale;

/// The form in which titles are compared: letters and digits in lower case, without accents, one
/// space between words.
public final class TitleKey {
  private TitleKey() {}

  /// The key of a title; empty if it has neither letters nor digits.
  public static String of(String title) {
    String words = withoutAccents(title).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(words.length());
    boolean apart = false;
    for (int i = 0; i < words.length(); ) {
      int character = words.codePointAt(i);
      i += Character.charCount(character);
      if (isOfWord(character)) {
        key.append(apart && !key.isEmpty() ? " " : "").appendCodePoint(character);
        apart = false;
      } else {
        apart = true;
      }
    }
    return key.toString();
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
    return switch (Character.getType(character)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(character);
    };
  }
}
