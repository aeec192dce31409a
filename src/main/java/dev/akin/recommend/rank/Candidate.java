package dev.akin.recommend.rank;

import org.jspecify.annotations.Nullable;

/// A paper that may be recommended, and its scores.
///
/// @param paper its number in the snapshot
/// @param near how near it is to the query; absent if the paper or the query has no vector
/// @param score what its rank follows from
///
/// @hidden public for its own room only
public record Candidate(int paper, QueryDirection.@Nullable Nearness near, double score) {
  /// The cosine of its text and the query; absent if one of them has no vector.
  public @Nullable Double cosine() {
    return near == null ? null : near.cosine();
  }

  /// The same with a higher score.
  Candidate raised(double by) {
    return new Candidate(paper, near, score + by);
  }
}
