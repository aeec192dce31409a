package dev.akin.index;

/// Two papers that may be the same work.
///
/// @param one the number of a paper in its snapshot
/// @param other the number of another
/// @param cosine of their texts by the first model
public record ClosePair(int one, int other, double cosine) {}
