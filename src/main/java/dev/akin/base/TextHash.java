package dev.akin.base;

/// A number that stands for a text: the same text has the same number in every run, and other texts
/// hardly ever.
public final class TextHash {
  private TextHash() {}

  /// FNV-1a over UTF-16.
  public static long of(String text) {
    return of(text, 0, text.length());
  }

  /// The number of a part of a text, as if it was a text of its own.
  ///
  /// @param from the index of its first character
  /// @param to the index after its last character
  public static long of(String text, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
