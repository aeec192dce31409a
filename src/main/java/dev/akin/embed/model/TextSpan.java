package dev.akin.embed.model;

/// A part of a text, in UTF-16 units.
///
/// @param from where it starts, inclusive
/// @param to where it ends, exclusive
///
/// @hidden public for its own room only
public record TextSpan(int from, int to) {
  /// @throws IllegalArgumentException if it starts before 0 or ends before it starts
  public TextSpan {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("a span cannot be from " + from + " to " + to);
    }
  }

  /// Whether an offset is in it.
  public boolean contains(int offset) {
    return from <= offset && offset < to;
  }

  /// Whether it contains nothing.
  public boolean isEmpty() {
    return from == to;
  }
}
