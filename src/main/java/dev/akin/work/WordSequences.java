package dev.akin.work;

import dev.akin.base.TextHash;
import dev.akin.paper.TitleKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The first thousand words of a text, as [TitleKey] writes them, to compare with those of another
/// text.
final class WordSequences {
  private static final int LENGTH = 5;
  private static final int MAX_WORDS = 1000;
  private static final int MAX_CHARACTERS = 20_000;

  /// An odd number, so that what a word says is not shifted out.
  private static final long NEXT = 0x9E37_79B9_7F4A_7C15L;

  private final List<String> words;

  /// The different sequences, each as a number, ascending.
  private final long[] sequences;

  private WordSequences(List<String> words) {
    this.words = words;
    this.sequences = sequences(words);
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
    int fewer = Math.min(sequences.length, other.sequences.length);
    long shared =
        Arrays.stream(sequences)
            .filter(sequence -> Arrays.binarySearch(other.sequences, sequence) >= 0)
            .count();
    return fewer == 0 ? 0 : shared / (double) fewer;
  }

  /// Two different sequences hardly ever have the same number ([TextHash]).
  private static long[] sequences(List<String> words) {
    long[] hashes = words.stream().mapToLong(TextHash::of).toArray();
    return IntStream.rangeClosed(0, words.size() - LENGTH)
        .mapToLong(
            from ->
                LongStream.of(Arrays.copyOfRange(hashes, from, from + LENGTH))
                    .reduce(0, (sum, hash) -> sum * NEXT + hash))
        .sorted()
        .distinct()
        .toArray();
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
