package dev.akin.embed.model;

/// Which texts a graph may compute together.
///
/// @hidden public for its own room only
public enum Batching {
  /// Any texts; shorter ones are padded.
  PADDED,

  /// Texts of the same length; nothing is padded.
  EQUAL,

  /// Each text alone: rounding to 8 bits uses one scale for a whole batch, so the vector of a text
  /// would depend on the other texts.
  ALONE
}
