package dev.akin.recommend;

import dev.akin.index.store.IndexInfo;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.understand.Understood;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was recommended, and from which version of the index.
///
/// @param query what was asked
/// @param options how
/// @param liked the papers that the query names as positives, in its order
/// @param disliked the papers that it names as negatives
/// @param versions other papers that are the same work as one of these; they are not in the results
/// @param results best first
/// @param belowFloor how many candidates were below the minimum similarity
/// @param truncated whether the end of a text of the query was cut off
/// @param partial whether the search ended at a deadline before it had met all papers
/// @param unknownLanguage the language of the query, an ISO 639-1 code, if the models do not know
///   it and words ranked alone; otherwise absent
/// @param understood how the query was read, if somebody typed it into a search box; otherwise
///   absent
/// @param index the one commit that everything here is from
public record Answer(
    Query query,
    RecommendOptions options,
    List<Paper> liked,
    List<Paper> disliked,
    List<PaperId> versions,
    List<Recommendation> results,
    int belowFloor,
    boolean truncated,
    boolean partial,
    @Nullable String unknownLanguage,
    @Nullable Understood understood,
    IndexInfo index) {
  public Answer {
    liked = List.copyOf(liked);
    disliked = List.copyOf(disliked);
    versions = List.copyOf(versions);
    results = List.copyOf(results);
  }

  /// A part of the results, as an answer with other options.
  Answer with(RecommendOptions others, List<Recommendation> part) {
    return new Answer(
        query,
        others,
        liked,
        disliked,
        versions,
        part,
        belowFloor,
        truncated,
        partial,
        unknownLanguage,
        understood,
        index);
  }

  /// The same as the answer to what somebody typed.
  ///
  /// @param asked what was asked
  /// @param others how
  /// @param found all results
  Answer to(Query asked, RecommendOptions others, List<Recommendation> found, Understood how) {
    return new Answer(
        asked,
        others,
        liked,
        disliked,
        versions,
        found,
        belowFloor,
        truncated,
        partial,
        unknownLanguage,
        how,
        index);
  }
}
