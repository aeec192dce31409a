package dev.akin.work;

import dev.akin.base.TextHash;
import dev.akin.paper.TitleKey;
import java.util.Arrays;

/// The first thousand words of a text, as [TitleKey] writes them, to compare with those of another
/// text.
final class WordSequences {
  private static final int LENGTH = 5;
  private static final int MAX_WORDS = 1000;
  private static final int MAX_CHARACTERS = 20_000;

  /// An odd number, so that what a word says is not shifted out.
  private static final long NEXT = 0x9E37_79B9_7F4A_7C15L;

  /// A number for each word ([TextHash]).
  private final long[] words;

  /// The different sequences, each as a number, ascending.
  private final long[] sequences;

  private WordSequences(long[] words) {
    this.words = words;
    this.sequences = sequences(words);
  }

  private static long[] sequences(long[] words) {
    long[] all = new long[Math.max(0, words.length - LENGTH + 1)];
    Arrays.setAll(all, from -> sequence(words, from));
    Arrays.sort(all);
    int different = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[different++] = all[i];
      }
    }
    return Arrays.copyOf(all, different);
  }

  /// Two different sequences hardly ever have the same number.
  private static long sequence(long[] words, int from) {
    long sequence = 0;
    for (int i = from; i < from + LENGTH; i++) {
      sequence = sequence * NEXT + words[i];
    }
    return sequence;
  }

  static WordSequences of(String text) {
    String key = TitleKey.of(text.substring(0, Math.min(MAX_CHARACTERS, text.length())));
    long[] words = new long[MAX_WORDS];
    int size = 0;
    for (int from = 0; from < key.length() && size < MAX_WORDS; ) {
      int space = key.indexOf(' ', from);
      int to = space < 0 ? key.length() : space;
      words[size++] = TextHash.of(key, from, to);
      from = to + 1;
    }
    return new WordSequences(Arrays.copyOf(words, size));
  }

  int words() {
    return words.length;
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

  /// The length of the longest sequence of words that both texts have.
  int longestRun(WordSequences other) {
    int longest = 0;
    int[] runs = new int[other.words.length + 1];
    for (long word : words) {
      // Backwards, so that the run that ends one word before is still that of the row before.
      for (int i = other.words.length; i > 0; i--) {
        runs[i] = other.words[i - 1] == word ? runs[i - 1] + 1 : 0;
        longest = Math.max(longest, runs[i]);
      }
    }
    return longest;
  }
}
