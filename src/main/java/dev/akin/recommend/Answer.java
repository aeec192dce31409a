package dev.akin.recommend;

import dev.akin.index.IndexInfo;
import dev.akin.paper.Paper;
import java.util.List;

/// What was recommended, and from which commit of the index.
///
/// @param query what was asked
/// @param options how
/// @param papers the papers that the query names, in its order, positives first
/// @param results best first
/// @param truncated whether the end of a text of the query was cut off
/// @param index the one commit that everything here is from
public record Answer(
    Query query,
    RecommendOptions options,
    List<Paper> papers,
    List<Recommendation> results,
    boolean truncated,
    IndexInfo index) {
  public Answer {
    papers = List.copyOf(papers);
    results = List.copyOf(results);
  }
}
