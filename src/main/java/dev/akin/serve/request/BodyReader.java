package dev.akin.serve.request;

import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.Weighted;
import dev.akin.serve.guard.RefusedRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads queries from JSON.
///
/// @hidden public for its own room only
public final class BodyReader {
  /// The fields of a query.
  static final Set<String> QUESTION =
      ParameterReader.union(
          OptionsReader.SEARCHING,
          Set.of("positives", "negatives", "filter", OptionsReader.ASPECT, OptionsReader.SCOPE));

  private static final Set<String> EXAMPLE = Set.of("id", "text", "title", "weight");
  private static final int MAX_QUESTIONS = 32;

  private BodyReader() {}

  /// Several queries.
  ///
  /// @throws RefusedRequest if there is none, or there are too many
  public static List<JsonFields> questions(JsonFields body) {
    List<JsonFields> questions = body.requireOnly(Set.of("queries")).objects("queries");
    if (questions.isEmpty() || questions.size() > MAX_QUESTIONS) {
      throw RefusedRequest.badRequest(
          "queries",
          "must have 1 to %d queries, but has %d".formatted(MAX_QUESTIONS, questions.size()));
    }
    return questions;
  }

  /// A query.
  ///
  /// @throws RefusedRequest if something in it is wrong
  public static ParsedQuery question(JsonFields body) {
    body.requireOnly(QUESTION);
    List<Weighted> positives = examples(body, "positives");
    if (positives.isEmpty()) {
      throw RefusedRequest.badRequest(body.at("positives"), "is missing; give an id or a text");
    }
    List<Weighted> negatives = examples(body, "negatives");
    JsonFields filter = body.fields("filter").requireOnly(OptionsReader.FILTER);
    return OptionsReader.question(new Query(positives, negatives), body, filter);
  }

  /// The place where a query names a paper.
  public static String place(JsonFields body, String id) {
    return Stream.of("positives", "negatives")
        .flatMap(name -> body.objects(name).stream())
        .filter(example -> id.equals(example.text("id")))
        .map(example -> example.at("id"))
        .findFirst()
        .orElse(body.at("positives"));
  }

  private static List<Weighted> examples(JsonFields body, String name) {
    List<JsonFields> examples = body.objects(name);
    if (examples.size() > Query.MAX_EXAMPLES) {
      throw RefusedRequest.badRequest(
          body.at(name), "must have at most %d examples".formatted(Query.MAX_EXAMPLES));
    }
    return examples.stream().map(BodyReader::weighted).toList();
  }

  private static Weighted weighted(JsonFields fields) {
    fields.requireOnly(EXAMPLE);
    Double weight = fields.number("weight");
    Example example = example(fields);
    try {
      return new Weighted(example, weight == null ? 1 : weight);
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest(fields.at("weight"), String.valueOf(e.getMessage()));
    }
  }

  private static Example example(JsonFields fields) {
    String id = fields.text("id");
    String text = fields.text("text");
    String title = fields.text("title");
    if ((id == null) == (text == null && title == null)) {
      throw RefusedRequest.badRequest(
          fields.place(), "must have either an id, or a text, a title or both");
    }
    return id == null ? text(fields, title, text) : paper(fields, id);
  }

  private static Example paper(JsonFields fields, String id) {
    if (id.isBlank()) {
      throw RefusedRequest.unprocessable(fields.at("id"), "is blank");
    }
    return new Example.LikePaper(id);
  }

  private static Example text(JsonFields fields, @Nullable String title, @Nullable String text) {
    String heading = title == null ? "" : title;
    String words = text == null ? "" : text;
    if (heading.isBlank() && words.isBlank()) {
      throw RefusedRequest.unprocessable(fields.at(text == null ? "title" : "text"), "is blank");
    }
    return new Example.LikeText(heading, words);
  }
}
