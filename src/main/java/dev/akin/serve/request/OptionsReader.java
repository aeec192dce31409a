package dev.akin.serve.request;

import dev.akin.ask.TypedQuery;
import dev.akin.index.store.Filter;
import dev.akin.index.store.NearestOptions;
import dev.akin.paper.Holding;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Scope;
import dev.akin.recommend.query.Strategy;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.write.text.PaperFields;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the options of a query.
///
/// @hidden public for its own room only
public final class OptionsReader {
  /// The names of a filter's values.
  public static final Set<String> FILTER =
      Set.of("from", "to", "category", "author", "language", "access", "collection", "source");

  /// The names of the other options.
  static final Set<String> SEARCHING =
      Set.of(
          "limit",
          "mode",
          "exact",
          "strategy",
          "diversity",
          "perAuthor",
          "floor",
          "explain",
          "fields");

  /// The name of the option that only a search by papers and texts has.
  public static final String ASPECT = "aspect";

  /// The name of the option that keeps to the source of an example. A filter by source excludes it.
  public static final String SCOPE = "scope";

  private OptionsReader() {}

  /// A query with its options.
  ///
  /// @param inputs the options
  /// @param filter the values of the filter
  /// @throws RefusedRequest if a value is wrong, or the options do not fit the query
  static ParsedQuery question(Query query, RequestValues inputs, RequestValues filter) {
    RecommendOptions options = options(inputs, filter(filter));
    Scope scope = scope(inputs, filter);
    PaperFields fields = fields(inputs);
    try {
      return new ParsedQuery(query, options, scope, fields);
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest(
          inputs.at(options.explain() ? "explain" : "exact"), String.valueOf(e.getMessage()));
    }
  }

  /// A query of the search box with its options.
  ///
  /// @throws RefusedRequest if a value is wrong
  static ParsedSearch search(TypedQuery typed, @Nullable ReadAs readAs, RequestValues inputs) {
    return new ParsedSearch(typed, readAs, options(inputs), fields(inputs));
  }

  /// The options of a query whose examples are elsewhere.
  ///
  /// @throws RefusedRequest if a value is wrong
  public static RecommendOptions options(RequestValues inputs) {
    return options(inputs, filter(inputs));
  }

  private static RecommendOptions options(RequestValues inputs, Filter filter) {
    RecommendOptions defaults = RecommendOptions.DEFAULT;
    Mode mode = inputs.one("mode", OptionsReader::mode);
    Strategy strategy = inputs.one("strategy", OptionsReader::strategy);
    RecommendOptions options =
        new RecommendOptions(
            filter,
            mode == null ? defaults.mode() : mode,
            strategy == null ? defaults.strategy() : strategy,
            inputs.flag("exact") ? NearestOptions.Method.EXACT : NearestOptions.Method.GRAPH,
            diversity(inputs),
            perAuthor(inputs),
            floor(inputs),
            limit(inputs, defaults.limit()),
            inputs.flag("explain"));
    return withAspect(options, inputs);
  }

  private static RecommendOptions withAspect(RecommendOptions options, RequestValues inputs) {
    Aspect aspect = aspect(inputs);
    try {
      return options.withAspect(aspect);
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest(inputs.at(ASPECT), String.valueOf(e.getMessage()));
    }
  }

  /// In what papers are to be alike; absent for everything.
  public static @Nullable Aspect aspect(RequestValues inputs) {
    return inputs.one(ASPECT, OptionsReader::aspect);
  }

  private static Scope scope(RequestValues inputs, RequestValues filter) {
    Scope scope = inputs.one(SCOPE, OptionsReader::scope);
    if (scope == Scope.SOURCE && !filter.all("source").isEmpty()) {
      throw RefusedRequest.badRequest(
          inputs.at(SCOPE), "source and a filter by source exclude each other");
    }
    return scope == null ? Scope.ALL : scope;
  }

  private static Scope scope(String name) {
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.label().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be all or source"));
  }

  private static double diversity(RequestValues inputs) {
    Double diversity = inputs.number("diversity");
    if (diversity != null && !(diversity >= 0 && diversity <= 1)) {
      throw RefusedRequest.badRequest(
          inputs.at("diversity"), "must be from 0 to 1, not " + diversity);
    }
    return diversity == null ? 0 : diversity;
  }

  private static int perAuthor(RequestValues inputs) {
    Integer perAuthor = inputs.integer("perAuthor");
    if (perAuthor != null && perAuthor < 0) {
      throw RefusedRequest.badRequest(
          inputs.at("perAuthor"), "must be 0 or more, not " + perAuthor);
    }
    return perAuthor == null ? 0 : perAuthor;
  }

  private static @Nullable Double floor(RequestValues inputs) {
    Double floor = inputs.number("floor");
    if (floor != null && !(floor >= 0 && Double.isFinite(floor))) {
      throw RefusedRequest.badRequest(inputs.at("floor"), "must be 0 or more, not " + floor);
    }
    return floor;
  }

  /// The maximum number of papers.
  ///
  /// @param otherwise the number if the client gives none
  /// @throws RefusedRequest if it is out of range
  public static int limit(RequestValues inputs, int otherwise) {
    Integer limit = inputs.integer("limit");
    if (limit != null && (limit < 1 || limit > RecommendOptions.MAX_LIMIT)) {
      throw RefusedRequest.badRequest(
          inputs.at("limit"), "must be from 1 to " + RecommendOptions.MAX_LIMIT + ", not " + limit);
    }
    return limit == null ? otherwise : limit;
  }

  private static Mode mode(String name) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.label().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be hybrid, semantic or lexical"));
  }

  private static Aspect aspect(String name) {
    return Arrays.stream(Aspect.values())
        .filter(aspect -> aspect.label().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be problem, method or result"));
  }

  private static Strategy strategy(String name) {
    return Arrays.stream(Strategy.values())
        .filter(strategy -> strategy.label().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be average or best"));
  }

  /// The fields of each paper; all if the client names none.
  public static PaperFields fields(RequestValues inputs) {
    List<String> names = inputs.all("fields");
    try {
      return names.isEmpty() ? PaperFields.ALL : PaperFields.of(names);
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest(inputs.at("fields"), String.valueOf(e.getMessage()));
    }
  }

  /// The filter.
  public static Filter filter(RequestValues inputs) {
    PublicationDate from = inputs.one("from", PublicationDate::parse);
    PublicationDate to = inputs.one("to", PublicationDate::parse);
    try {
      return new Filter(
          from,
          to,
          words(inputs, "category"),
          words(inputs, "author"),
          words(inputs, "language"),
          new Filter.Held(access(inputs), words(inputs, "collection"), words(inputs, "source")));
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest(inputs.at("from"), String.valueOf(e.getMessage()));
    }
  }

  private static List<Holding.AccessRight> access(RequestValues inputs) {
    try {
      return inputs.all("access").stream().map(Holding.AccessRight::labelled).toList();
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest(inputs.at("access"), String.valueOf(e.getMessage()));
    }
  }

  private static List<String> words(RequestValues inputs, String name) {
    List<String> values = inputs.all(name);
    if (values.stream().anyMatch(String::isBlank)) {
      throw RefusedRequest.badRequest(inputs.at(name), "is blank");
    }
    return values;
  }
}
