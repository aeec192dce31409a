package dev.akin.work;

import dev.akin.paper.TitleKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The first thousand words of a text, as [TitleKey] writes them, to compare with those of another
/// text.
final class WordSequences {
  private static final int LENGTH = 5;
  private static final int MAX_WORDS = 1000;
  private static final int MAX_CHARACTERS = 20_000;

  private final List<String> words;

  private WordSequences(List<String> words) {
    this.words = words;
  }

  static WordSequences of(String text) {
    String key = TitleKey.of(text.substring(0, Math.min(MAX_CHARACTERS, text.length())));
    List<String> all = key.isEmpty() ? List.of() : Arrays.asList(key.split(" ", -1));
    return new WordSequences(all.subList(0, Math.min(MAX_WORDS, all.size())));
  }

  int words() {
    return words.size();
  }

  /// The share of the sequences of five words of the shorter text that the other text has; 0 if a
  /// text has none.
  double shared(WordSequences other) {
    Set<List<String>> some = sequences();
    Set<List<String>> others = other.sequences();
    int fewer = Math.min(some.size(), others.size());
    return fewer == 0 ? 0 : some.stream().filter(others::contains).count() / (double) fewer;
  }

  private Set<List<String>> sequences() {
    Set<List<String>> sequences = new HashSet<>();
    for (int from = 0; from + LENGTH <= words.size(); from++) {
      sequences.add(List.copyOf(words.subList(from, from + LENGTH)));
    }
    return sequences;
  }

  /// The length of the longest sequence of words that both texts have.
  int longestRun(WordSequences other) {
    int[] some = new int[words.size()];
    int[] others = new int[other.words.size()];
    Map<String, Integer> numbers = new HashMap<>();
    Arrays.setAll(some, i -> number(numbers, words.get(i)));
    Arrays.setAll(others, i -> number(numbers, other.words.get(i)));
    int longest = 0;
    int[] runs = new int[others.length + 1];
    for (int word : some) {
      // Backwards, so that the run that ends one word before is still that of the row before.
      for (int i = others.length; i > 0; i--) {
        runs[i] = others[i - 1] == word ? runs[i - 1] + 1 : 0;
        longest = Math.max(longest, runs[i]);
      }
    }
    return longest;
  }

  private static int number(Map<String, Integer> numbers, String word) {
    return numbers.computeIfAbsent(word, _ -> numbers.size());
  }
}
