package dev.akin.serve.request;

import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.write.PaperFields;

/// A query with its options.
///
/// @param fields the fields of each paper in the answer
///
/// @hidden public for its own room only
public record ParsedQuery(Query query, RecommendOptions options, PaperFields fields) {
  /// @throws IllegalArgumentException if the answer would take too long ([Query#requireBounded])
  public ParsedQuery {
    query.requireBounded(options);
  }
}
