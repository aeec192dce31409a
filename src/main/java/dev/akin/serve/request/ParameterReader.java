package dev.akin.serve.request;

import dev.akin.ask.TypedQuery;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.serve.guard.RefusedRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads queries from parameters, or from JSON with the same names.
///
/// @hidden public for its own room only
public final class ParameterReader {
  /// The options of every search.
  public static final Set<String> SEARCHING = union(OptionsReader.FILTER, OptionsReader.SEARCHING);

  /// The parameters of every similarity query.
  public static final Set<String> SIMILARITY = union(SEARCHING, Set.of(Representation.PARAMETER));

  /// The name of the option that says how to read what was typed.
  public static final String READ = "read";

  private ParameterReader() {}

  /// All elements of two sets.
  public static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }

  /// A query for papers like some and unlike others.
  ///
  /// @throws RefusedRequest if there is neither an id nor a text, or a parameter is wrong
  public static ParsedQuery related(RequestValues parameters) {
    List<Example> positives = positives(parameters);
    if (positives.isEmpty()) {
      throw RefusedRequest.badRequest("id", "is missing; give an id or a text");
    }
    return question(query(positives, negatives(parameters)), parameters);
  }

  /// The papers and texts to find others like; may be empty.
  public static List<Example> positives(RequestValues parameters) {
    Stream<Example> papers = parameters.all("id").stream().map(id -> paper("id", id));
    Stream<Example> texts = parameters.all("text").stream().map(ParameterReader::text);
    return Stream.concat(papers, texts).toList();
  }

  /// The one text of a form; empty if there is none, or nothing but spaces.
  public static Optional<String> text(Parameters parameters) {
    return Optional.ofNullable(parameters.one("text", String::strip))
        .filter(text -> !text.isEmpty());
  }

  /// The papers to find others unlike; may be empty.
  public static List<Example> negatives(RequestValues parameters) {
    return parameters.all("not").stream().map(id -> paper("not", id)).toList();
  }

  private static Query query(List<Example> positives, List<Example> negatives) {
    try {
      return Query.of(positives, negatives);
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest("id", String.valueOf(e.getMessage()));
    }
  }

  /// A query for papers like one.
  ///
  /// @throws RefusedRequest if the id is blank, or a parameter is wrong
  public static ParsedQuery related(String id, Parameters parameters) {
    return question(Query.of(paper("id", id)), parameters);
  }

  /// A query of the search box.
  ///
  /// @throws RefusedRequest if there is none, it cannot be read, or a parameter is wrong
  public static ParsedSearch search(RequestValues parameters) {
    parameters.required("q");
    ReadAs readAs = parameters.one(READ, ReadAs::labelled);
    TypedQuery typed =
        parameters.one("q", readAs == ReadAs.PHRASE ? TypedQuery::phrase : TypedQuery::read);
    return OptionsReader.search(Objects.requireNonNull(typed), readAs, parameters);
  }

  private static ParsedQuery question(Query query, RequestValues parameters) {
    return OptionsReader.question(query, parameters, parameters);
  }

  private static Example paper(String parameter, String id) {
    requireWords(parameter, id);
    return new Example.LikePaper(id);
  }

  private static Example text(String text) {
    requireWords("text", text);
    return new Example.LikeText(text);
  }

  private static void requireWords(String parameter, String value) {
    if (value.isBlank()) {
      throw RefusedRequest.badRequest(parameter, "is blank");
    }
  }
}
