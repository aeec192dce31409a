package dev.akin.embed.model;

/// Which texts may go through a graph together.
///
/// @hidden public for its own room only
public enum Batching {
  /// Any; the shorter ones are padded.
  PADDED,

  /// Texts of the same length: nothing is padded.
  EQUAL,

  /// None: rounding to 8 bits takes one scale for all states of a batch, so that a text's vector
  /// would depend on those beside it.
  ALONE
}
