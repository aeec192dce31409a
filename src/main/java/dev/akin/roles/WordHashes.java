package dev.akin.roles;

import java.util.Arrays;

/// The words of a sentence as hashes of 32 bits, in order.
///
/// A word is a run of letters in any case. All numbers are the same word, and every other character
/// except white space is a word.
final class WordHashes {
  /// No word.
  static final int NONE = 0;

  private static final int NUMBER = 1;
  private static final int MAX_SHORT = 6;
  private static final int BEGINNING = 5;

  private final int[] words;
  private final int[] beginnings;

  /// The words of a sentence.
  WordHashes(String sentence) {
    int[] hashes = new int[sentence.length()];
    int[] starts = new int[sentence.length()];
    int count = 0;
    int at = 0;
    while (at < sentence.length()) {
      char c = sentence.charAt(at);
      int from = at++;
      if (Character.isLetter(c)) {
        while (at < sentence.length() && Character.isLetter(sentence.charAt(at))) {
          at++;
        }
        if (at - from > MAX_SHORT) {
          starts[count] = hash(sentence, from, from + BEGINNING);
        }
        hashes[count++] = hash(sentence, from, at);
      } else if (Character.isDigit(c)) {
        while (at < sentence.length() && Character.isDigit(sentence.charAt(at))) {
          at++;
        }
        hashes[count++] = NUMBER;
      } else if (!Character.isWhitespace(c)) {
        hashes[count++] = hash(sentence, from, at);
      }
    }
    words = Arrays.copyOf(hashes, count);
    beginnings = Arrays.copyOf(starts, count);
  }

  /// One hash for each word; not to be changed.
  int[] words() {
    return words;
  }

  /// For each word the hash of its first five letters, or [#NONE] if it has no more than six
  /// characters; not to be changed.
  int[] beginnings() {
    return beginnings;
  }

  /// The hash of one word of letters.
  static int hash(String word) {
    return hash(word, 0, word.length());
  }

  private static int hash(String text, int from, int to) {
    int hash = NONE;
    for (int i = from; i < to; i++) {
      hash = mix(hash, Character.toLowerCase(text.charAt(i)));
    }
    return hash;
  }

  /// A hash of two numbers in this order: the step of MurmurHash3 (Appleby) for 32 bits.
  static int mix(int hash, int next) {
    int k = Integer.rotateLeft(next * 0xcc9e2d51, 15) * 0x1b873593;
    return Integer.rotateLeft(hash ^ k, 13) * 5 + 0xe6546b64;
  }
}
