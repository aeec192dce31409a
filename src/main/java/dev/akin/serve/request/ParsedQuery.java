package dev.akin.serve.request;

import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Scope;
import dev.akin.write.text.PaperFields;

/// A query with its options.
///
/// @param scope which papers may be found, by where the query's papers come from
/// @param fields the fields of each paper in the answer
///
/// @hidden public for its own room only
public record ParsedQuery(Query query, RecommendOptions options, Scope scope, PaperFields fields) {
  /// A query for all papers.
  ///
  /// @throws IllegalArgumentException if the answer would take too long ([Query#requireBounded])
  public ParsedQuery(Query query, RecommendOptions options, PaperFields fields) {
    this(query, options, Scope.ALL, fields);
  }

  /// @throws IllegalArgumentException if the answer would take too long ([Query#requireBounded])
  public ParsedQuery {
    query.requireBounded(options);
  }
}
