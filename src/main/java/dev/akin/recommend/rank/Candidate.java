package dev.akin.recommend.rank;

import org.jspecify.annotations.Nullable;

/// A paper that may be recommended, and its scores.
///
/// @param paper its number in the snapshot
/// @param near how near it is to the query; absent if the paper or the query has no vector
/// @param words its share of the BM25 of the query's words; 0 if words do not count
/// @param relevance how relevant it is by meaning and words
/// @param place where it has the phrase of the query word for word, as a score; 0 for nowhere
///
/// @hidden public for its own room only
public record Candidate(
    int paper,
    QueryDirection.@Nullable Nearness near,
    double words,
    double relevance,
    double place) {
  Candidate(int paper, QueryDirection.@Nullable Nearness near, double words, double relevance) {
    this(paper, near, words, relevance, 0);
  }

  /// What its rank follows from.
  public double score() {
    return relevance + place;
  }

  /// Whether it has the phrase of the query word for word.
  public boolean hasPhrase() {
    return place > 0;
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

  /// The same at a place of the phrase.
  Candidate at(double other) {
    return new Candidate(paper, near, words, relevance, other);
  }
}
