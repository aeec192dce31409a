package dev.akin.recommend.rank;

import dev.akin.index.store.PhrasePlace;
import org.jspecify.annotations.Nullable;

/// A paper that may be recommended, and its scores.
///
/// @param paper its number in the snapshot
/// @param near how near it is to the query; absent if the paper or the query has no vector
/// @param words its share of the BM25 of the query's words; 0 if words do not count
/// @param relevance how relevant it, or the best version of the same work, is by meaning and words
/// @param place where it has the phrase of the query word for word; absent for nowhere
///
/// @hidden public for its own room only
public record Candidate(
    int paper,
    QueryDirection.@Nullable Nearness near,
    double words,
    double relevance,
    @Nullable PhrasePlace place) {
  /// More than meaning and words add up to.
  private static final double PLACE = 10;

  Candidate(int paper, QueryDirection.@Nullable Nearness near, double words, double relevance) {
    this(paper, near, words, relevance, null);
  }

  /// What its rank follows from: papers that have the phrase come before all others.
  public double score() {
    return place == null ? relevance : relevance + PLACE * place.rank();
  }

  /// Whether it has the phrase of the query word for word.
  public boolean hasPhrase() {
    return place != null;
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

  /// Another version of the same work in its place, with its relevance.
  Candidate shownAs(Candidate version) {
    return new Candidate(version.paper, version.near, version.words, relevance, place);
  }

  /// The same at a place of the phrase.
  Candidate at(PhrasePlace other) {
    return new Candidate(paper, near, words, relevance, other);
  }
}
