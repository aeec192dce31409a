package dev.akin.recommend;

import dev.akin.index.Filter;
import dev.akin.index.NearestOptions;

/// How papers are recommended.
///
/// @param filter which papers may be recommended
/// @param mode what makes a paper akin
/// @param method how near texts are searched
/// @param limit how many papers, 1 to [#MAX_LIMIT]
public record RecommendOptions(Filter filter, Mode mode, NearestOptions.Method method, int limit) {
  /// The most papers of one answer.
  public static final int MAX_LIMIT = 200;

  /// Ten papers, by meaning and words.
  public static final RecommendOptions DEFAULT =
      new RecommendOptions(Filter.NONE, Mode.HYBRID, NearestOptions.Method.GRAPH, 10);

  /// @throws IllegalArgumentException if `limit` is out of its range
  public RecommendOptions {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be within 1.." + MAX_LIMIT + ", not " + limit);
    }
  }

  /// The same with another limit.
  public RecommendOptions withLimit(int count) {
    return new RecommendOptions(filter, mode, method, count);
  }

  /// The same with another mode.
  public RecommendOptions withMode(Mode other) {
    return new RecommendOptions(filter, other, method, limit);
  }
}
