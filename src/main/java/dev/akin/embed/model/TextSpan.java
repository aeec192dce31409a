package dev.akin.embed.model;

/// A part of a text, in UTF-16 units.
///
/// @param from where it begins
/// @param to where it ends, exclusive
///
/// @hidden public for its own room only
public record TextSpan(int from, int to) {
  /// @throws IllegalArgumentException if it begins before 0 or ends before it begins
  public TextSpan {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no text is from " + from + " to " + to);
    }
  }

  public boolean contains(int offset) {
    return from <= offset && offset < to;
  }

  public boolean isEmpty() {
    return from == to;
  }
}
