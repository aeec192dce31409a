package dev.akin.serve;

import dev.akin.index.Filter;
import dev.akin.index.NearestOptions;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.Example;
import dev.akin.recommend.Mode;
import dev.akin.recommend.Query;
import dev.akin.recommend.RecommendOptions;
import dev.akin.recommend.Strategy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Query parameters to queries.
final class RequestReader {
  /// The parameters of a filter.
  static final Set<String> FILTER = Set.of("from", "to", "category", "author");

  private static final Set<String> SEARCHING =
      Set.of("limit", "mode", "exact", "strategy", "diversity", "perAuthor", "floor", "explain");

  /// The parameters of every similarity query.
  static final Set<String> SIMILARITY = union(FILTER, SEARCHING);

  private RequestReader() {}

  static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }

  /// The examples of a request.
  ///
  /// @throws BadRequestException if neither an id nor a text is there, or one is blank
  static Query related(Parameters parameters) {
    Stream<Example> papers = parameters.all("id").stream().map(id -> paper("id", id));
    Stream<Example> texts = parameters.all("text").stream().map(RequestReader::text);
    List<Example> positives = Stream.concat(papers, texts).toList();
    if (positives.isEmpty()) {
      throw new BadRequestException("id", "is missing: give an id or a text");
    }
    List<Example> negatives = parameters.all("not").stream().map(id -> paper("not", id)).toList();
    try {
      return Query.of(positives, negatives);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException("id", String.valueOf(e.getMessage()));
    }
  }

  /// A paper named by a parameter.
  ///
  /// @throws BadRequestException if the id is blank
  static Example paper(String parameter, String id) {
    requireWords(parameter, List.of(id));
    return new Example.LikePaper(id);
  }

  private static Example text(String text) {
    requireWords("text", List.of(text));
    return new Example.LikeText(text);
  }

  static RecommendOptions options(Parameters parameters) {
    RecommendOptions defaults = RecommendOptions.DEFAULT;
    Mode mode = parameters.one("mode", RequestReader::mode);
    Strategy strategy = parameters.one("strategy", RequestReader::strategy);
    return new RecommendOptions(
        filter(parameters),
        mode == null ? defaults.mode() : mode,
        strategy == null ? defaults.strategy() : strategy,
        parameters.flag("exact") ? NearestOptions.Method.EXACT : NearestOptions.Method.GRAPH,
        diversity(parameters),
        perAuthor(parameters),
        floor(parameters),
        limit(parameters, defaults.limit()),
        parameters.flag("explain"));
  }

  private static double diversity(Parameters parameters) {
    Double diversity = parameters.number("diversity");
    if (diversity != null && !(diversity >= 0 && diversity <= 1)) {
      throw new BadRequestException("diversity", "must be within 0..1, not " + diversity);
    }
    return diversity == null ? 0 : diversity;
  }

  private static int perAuthor(Parameters parameters) {
    int perAuthor = parameters.integer("perAuthor", 0);
    if (perAuthor < 0) {
      throw new BadRequestException("perAuthor", "must not be negative, but is " + perAuthor);
    }
    return perAuthor;
  }

  private static @Nullable Double floor(Parameters parameters) {
    Double floor = parameters.number("floor");
    if (floor != null && !(floor >= 0 && Double.isFinite(floor))) {
      throw new BadRequestException("floor", "must be 0 or more, not " + floor);
    }
    return floor;
  }

  /// @throws BadRequestException if they do not go with `query`, too
  static RecommendOptions options(Parameters parameters, Query query) {
    RecommendOptions options = options(parameters);
    try {
      query.requireBounded(options);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(
          options.explain() ? "explain" : "exact", String.valueOf(e.getMessage()));
    }
    return options;
  }

  static int limit(Parameters parameters, int otherwise) {
    int limit = parameters.integer("limit", otherwise);
    if (limit < 1 || limit > RecommendOptions.MAX_LIMIT) {
      throw new BadRequestException(
          "limit", "must be within 1.." + RecommendOptions.MAX_LIMIT + ", not " + limit);
    }
    return limit;
  }

  private static Mode mode(String name) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.label().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be hybrid, semantic or lexical"));
  }

  private static Strategy strategy(String name) {
    return Arrays.stream(Strategy.values())
        .filter(strategy -> strategy.label().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be average or best"));
  }

  static Filter filter(Parameters parameters) {
    PublicationDate from = parameters.one("from", PublicationDate::parse);
    PublicationDate to = parameters.one("to", PublicationDate::parse);
    List<String> categories = parameters.all("category");
    List<String> authors = parameters.all("author");
    requireWords("category", categories);
    requireWords("author", authors);
    try {
      return new Filter(from, to, categories, authors);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException("from", String.valueOf(e.getMessage()));
    }
  }

  private static void requireWords(String parameter, List<String> values) {
    if (values.stream().anyMatch(String::isBlank)) {
      throw new BadRequestException(parameter, "is blank");
    }
  }
}
