package dev.akin.report.word;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Whether two words or phrases say nearly the same, by their letters: `parser` and `parsing`, `QA`
/// and `question answering`.
final class Likeness {
  /// How many letters of the same beginning make two words akin, and which share of the shorter.
  private static final int LETTERS = 4;

  private static final double SHARE = 0.6;

  private static final int MAX_ACRONYM_CHARS = 6;

  private Likeness() {}

  /// Whether two words are of one stem, or likely so.
  static boolean sameStem(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int same = 0;
    while (same < shorter && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return a.equals(b) || (same >= LETTERS && same >= SHARE * shorter);
  }

  /// Whether a phrase is the first letters of another's words.
  static boolean isAcronym(String phrase, String of) {
    String word = phrase.toLowerCase(Locale.ROOT);
    List<String> words = Arrays.asList(of.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    return words.size() > 1 && word.length() <= MAX_ACRONYM_CHARS && starts(word, words);
  }

  /// Whether a word is made of the starts of words, at least one letter of each, in their order.
  private static boolean starts(String word, List<String> words) {
    StringBuilder first = new StringBuilder();
    words.stream().filter(part -> !part.isEmpty()).forEach(part -> first.append(part.charAt(0)));
    StringBuilder telling = new StringBuilder();
    words.stream()
        .filter(part -> !part.isEmpty() && !WordLists.STOP.contains(part))
        .forEach(part -> telling.append(part.charAt(0)));
    return word.contentEquals(first) || word.contentEquals(telling);
  }
}
