package dev.akin.serve;

import dev.akin.index.Filter;
import dev.akin.index.NearestOptions;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.Example;
import dev.akin.recommend.Mode;
import dev.akin.recommend.Query;
import dev.akin.recommend.RecommendOptions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Query parameters to queries.
final class RequestReader {
  /// The parameters of a filter.
  static final Set<String> FILTER = Set.of("from", "to", "category", "author");

  /// The parameters of every similarity query.
  static final Set<String> SIMILARITY = union(FILTER, Set.of("limit", "mode", "exact"));

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
    return new Query(
        positives, parameters.all("not").stream().map(id -> paper("not", id)).toList());
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
    return new RecommendOptions(
        filter(parameters),
        mode == null ? defaults.mode() : mode,
        parameters.flag("exact") ? NearestOptions.Method.EXACT : NearestOptions.Method.GRAPH,
        limit(parameters, defaults.limit()));
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
