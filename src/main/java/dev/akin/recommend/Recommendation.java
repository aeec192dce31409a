package dev.akin.recommend;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.explain.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paper that was recommended.
///
/// @param rank from 1
/// @param cosine of its text and the query, -1 to 1, the mean over the models; absent if the paper
///   or the query has no vector
/// @param aspect the cosine with the part of the paper that has the role of the query's aspect;
///   absent without an aspect, and if no sentence of the paper's abstract is likely to have it
/// @param score what its rank follows from; scores of different answers cannot be compared. Absent
///   in a list by date, and for a paper that is there because somebody typed its name
/// @param rarity of the cosine ([dev.akin.index.store.Rarity]); absent if it is unknown
/// @param versions other papers that are the same work, best first
/// @param why absent if no explanation was asked for
public record Recommendation(
    int rank,
    Paper paper,
    @Nullable Double cosine,
    @Nullable Double aspect,
    @Nullable Double score,
    @Nullable Double rarity,
    List<PaperId> versions,
    @Nullable Why why) {
  /// A paper that was recommended without an aspect.
  public Recommendation(
      int rank,
      Paper paper,
      @Nullable Double cosine,
      double score,
      @Nullable Double rarity,
      List<PaperId> versions,
      @Nullable Why why) {
    this(rank, paper, cosine, null, score, rarity, versions, why);
  }

  public Recommendation {
    versions = List.copyOf(versions);
  }

  /// A paper that is not compared with anything.
  static Recommendation listed(int rank, Paper paper) {
    return new Recommendation(rank, paper, null, null, null, null, List.of(), null);
  }

  /// The same at another rank.
  Recommendation withRank(int other) {
    return new Recommendation(other, paper, cosine, aspect, score, rarity, versions, why);
  }
}
