package dev.akin.base;

/// A number that stands for a text: the same text has the same number in every run, and other texts
/// hardly ever.
public final class TextHash {
  private TextHash() {}

  /// FNV-1a over UTF-16.
  public static long of(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
