package dev.akin.recommend;

import org.jspecify.annotations.Nullable;

/// A paper that may be recommended, and what speaks for it.
///
/// @param paper its number in the snapshot
/// @param near how near it is; absent if it has no vector, or the query none
/// @param score what decides its rank
record Candidate(int paper, Aim.@Nullable Nearness near, double score) {
  /// The cosine of its text and the query; absent if one of them has no vector.
  @Nullable Double cosine() {
    return near == null ? null : near.cosine();
  }

  /// The same with a higher score.
  Candidate raised(double by) {
    return by == 0 ? this : new Candidate(paper, near, score + by);
  }
}
