package dev.akin.recommend.query;

import dev.akin.index.store.Filter;
import dev.akin.index.store.NearestOptions;
import org.jspecify.annotations.Nullable;

/// How papers are recommended.
///
/// @param filter which papers may be recommended
/// @param mode how relatedness is measured
/// @param strategy how several examples are combined
/// @param method how near texts are searched
/// @param diversity how much papers are preferred that differ from those before them, 0 (not at
///   all) to 1
/// @param perAuthor maximum number of papers of one author; 0 for any number
/// @param floor the minimum similarity, as a [dev.akin.index.store.Rarity]; 0 for none; absent for
///   the index's own
/// @param limit how many papers, 1 to [#MAX_LIST]
/// @param explain whether to say why
/// @param news whether the newest of the results are wanted: then all of them must be about the
///   query, not only the first
/// @param aspect in what the papers are to be alike; absent for everything
public record RecommendOptions(
    Filter filter,
    Mode mode,
    Strategy strategy,
    NearestOptions.Method method,
    double diversity,
    int perAuthor,
    @Nullable Double floor,
    int limit,
    boolean explain,
    boolean news,
    @Nullable Aspect aspect) {
  /// The maximum number of papers in a list for people.
  public static final int MAX_LIMIT = 200;

  /// The maximum number of papers of any answer, for clients that expect longer lists.
  public static final int MAX_LIST = 500;

  /// Ten papers, by meaning and words, above the index's own minimum similarity.
  public static final RecommendOptions DEFAULT =
      new RecommendOptions(
          Filter.NONE,
          Mode.HYBRID,
          Strategy.AVERAGE,
          NearestOptions.Method.GRAPH,
          0,
          0,
          null,
          10,
          false);

  /// @throws IllegalArgumentException if a number is out of its range
  public RecommendOptions {
    if (limit < 1 || limit > MAX_LIST) {
      throw new IllegalArgumentException("limit must be within 1.." + MAX_LIST + ", not " + limit);
    }
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new IllegalArgumentException("diversity must be within 0..1, not " + diversity);
    }
    if (aspect != null && mode == Mode.LEXICAL) {
      throw new IllegalArgumentException(
          "an aspect is compared by meaning, so the mode must be hybrid or semantic");
    }
    if (aspect != null && strategy == Strategy.BEST) {
      throw new IllegalArgumentException("with an aspect the strategy must be average");
    }
    if (perAuthor < 0) {
      throw new IllegalArgumentException("perAuthor must not be negative, but is " + perAuthor);
    }
    if (floor != null && !(floor >= 0 && Double.isFinite(floor))) {
      throw new IllegalArgumentException("floor must be 0 or more, not " + floor);
    }
  }

  /// Whether texts have to be embedded. A search by words alone needs no vectors, except for a
  /// minimum similarity or an explanation.
  boolean needsVectors() {
    return mode != Mode.LEXICAL || explain || (floor != null && floor > 0);
  }

  /// How the meaning of the examples is combined. In a search by words alone, examples cannot
  /// cancel each other out.
  public Strategy strategyOfMeaning() {
    return mode == Mode.LEXICAL ? Strategy.BEST : strategy;
  }

  /// For a list with the best first.
  public RecommendOptions(
      Filter filter,
      Mode mode,
      Strategy strategy,
      NearestOptions.Method method,
      double diversity,
      int perAuthor,
      @Nullable Double floor,
      int limit,
      boolean explain) {
    this(filter, mode, strategy, method, diversity, perAuthor, floor, limit, explain, false, null);
  }

  /// The same for other papers.
  public RecommendOptions withFilter(Filter other) {
    return new RecommendOptions(
        other, mode, strategy, method, diversity, perAuthor, floor, limit, explain, news, aspect);
  }

  /// The same with another mode.
  public RecommendOptions withMode(Mode other) {
    return new RecommendOptions(
        filter, other, strategy, method, diversity, perAuthor, floor, limit, explain, news, aspect);
  }

  /// The same with another strategy.
  public RecommendOptions withStrategy(Strategy other) {
    return new RecommendOptions(
        filter, mode, other, method, diversity, perAuthor, floor, limit, explain, news, aspect);
  }

  /// The same with another way of search.
  public RecommendOptions withMethod(NearestOptions.Method other) {
    return new RecommendOptions(
        filter, mode, strategy, other, diversity, perAuthor, floor, limit, explain, news, aspect);
  }

  /// The same with another diversity.
  public RecommendOptions withDiversity(double other) {
    return new RecommendOptions(
        filter, mode, strategy, method, other, perAuthor, floor, limit, explain, news, aspect);
  }

  /// The same with another bound on an author's papers.
  public RecommendOptions withPerAuthor(int other) {
    return new RecommendOptions(
        filter, mode, strategy, method, diversity, other, floor, limit, explain, news, aspect);
  }

  /// The same with another minimum similarity.
  public RecommendOptions withFloor(@Nullable Double other) {
    return new RecommendOptions(
        filter, mode, strategy, method, diversity, perAuthor, other, limit, explain, news, aspect);
  }

  /// The same with another limit.
  public RecommendOptions withLimit(int count) {
    return new RecommendOptions(
        filter, mode, strategy, method, diversity, perAuthor, floor, count, explain, news, aspect);
  }

  /// The same with explanations.
  public RecommendOptions withExplanation() {
    return new RecommendOptions(
        filter, mode, strategy, method, diversity, perAuthor, floor, limit, true, news, aspect);
  }

  /// The same for a list of news: the newest of all results that are about the query.
  public RecommendOptions forNews() {
    return new RecommendOptions(
        filter, mode, strategy, method, diversity, perAuthor, floor, MAX_LIMIT, explain, true,
        aspect);
  }

  /// The same for papers that are alike in one aspect.
  ///
  /// @param other absent for all aspects together
  /// @throws IllegalArgumentException if mode or strategy have no aspects
  public RecommendOptions withAspect(@Nullable Aspect other) {
    return new RecommendOptions(
        filter, mode, strategy, method, diversity, perAuthor, floor, limit, explain, news, other);
  }
}
