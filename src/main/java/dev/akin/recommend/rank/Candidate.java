package dev.akin.recommend.rank;

import org.jspecify.annotations.Nullable;

/// A paper that may be recommended, and its scores.
///
/// @param paper its number in the snapshot
/// @param near how near it is to the query; absent if the paper or the query has no vector
/// @param score what its rank follows from
/// @param hasPhrase whether it has the phrase of the query word for word
///
/// @hidden public for its own room only
public record Candidate(
    int paper, QueryDirection.@Nullable Nearness near, double score, boolean hasPhrase) {
  Candidate(int paper, QueryDirection.@Nullable Nearness near, double score) {
    this(paper, near, score, false);
  }

  /// The cosine of its text and the query; absent if one of them has no vector.
  public @Nullable Double cosine() {
    return near == null ? null : near.cosine();
  }

  /// The cosine of the query with the part of it that has the role of the query's aspect; absent if
  /// there is none.
  public @Nullable Double part() {
    return near == null ? null : near.part();
  }

  /// The same with the phrase and a higher score.
  Candidate withPhrase(double bonus) {
    return new Candidate(paper, near, score + bonus, true);
  }
}
