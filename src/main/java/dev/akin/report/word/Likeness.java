package dev.akin.report.word;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whether two words or phrases mean nearly the same, judged by their letters: `parser` and
/// `parsing`, `QA` and `question answering`.
final class Likeness {
  /// Words with the same stem start with at least this many equal letters.
  private static final int MIN_EQUAL_LETTERS = 4;

  /// The equal letters are at least this share of the shorter word.
  private static final double MIN_EQUAL_SHARE = 0.6;

  private static final int MAX_ACRONYM_CHARS = 6;

  private Likeness() {}

  /// Whether two words probably have the same stem.
  static boolean sameStem(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int same = 0;
    while (same < shorter && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return a.equals(b) || (same >= MIN_EQUAL_LETTERS && same >= MIN_EQUAL_SHARE * shorter);
  }

  /// Whether a phrase is made of the first letters of another phrase's words.
  static boolean isAcronym(String phrase, String of) {
    String word = phrase.toLowerCase(Locale.ROOT);
    List<String> words = Arrays.asList(of.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    return words.size() > 1 && word.length() <= MAX_ACRONYM_CHARS && starts(word, words);
  }

  /// Whether a word is the first letters of all words, or of all that are no stop words.
  private static boolean starts(String word, List<String> words) {
    StringBuilder first = new StringBuilder();
    words.stream().filter(part -> !part.isEmpty()).forEach(part -> first.append(part.charAt(0)));
    StringBuilder withoutStopWords = new StringBuilder();
    words.stream()
        .filter(part -> !part.isEmpty() && !WordLists.STOP.contains(part))
        .forEach(part -> withoutStopWords.append(part.charAt(0)));
    return word.contentEquals(first) || word.contentEquals(withoutStopWords);
  }
}
