package dev.akin.embed;

/// A text as the model reads it.
///
/// Owns `ids`: nobody else changes the array.
final class TokenizedText {
  private final long[] ids;
  private final boolean truncated;

  TokenizedText(long[] ids, boolean truncated) {
    this.ids = ids;
    this.truncated = truncated;
  }

  /// Token ids, special ones included.
  long[] ids() {
    return ids;
  }

  int tokens() {
    return ids.length;
  }

  /// Whether the end of the text was cut off.
  boolean truncated() {
    return truncated;
  }
}
