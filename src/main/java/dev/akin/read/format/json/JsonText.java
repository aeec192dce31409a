package dev.akin.read.format.json;

import dev.akin.base.Printable;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.LineReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads a text that must be one JSON object. Faults are told in akin's own words, because
/// Jackson's messages are made for programmers.
///
/// @hidden public for its own room only
public final class JsonText {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_DIGITS = 1000;
  private static final int EXCERPT_CHARS = 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_DIGITS)
                          .maxNameLength(LineReader.MAX_LINE_BYTES)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private JsonText() {}

  /// A parser that keeps to akin's limits; the caller closes it.
  public static JsonParser parser(String text) {
    return MAPPER.createParser(text);
  }

  /// The values of `keys` in the object. The other values are only checked to be JSON.
  static JsonRecord parse(String text, Set<String> keys) throws BadRecordException {
    try (JsonParser parser = parser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw new BadRecordException("not a JSON object but " + name(first));
      }
      Map<String, JsonNode> values = values(parser, keys);
      if (parser.nextToken() != null) {
        throw new BadRecordException("more than one JSON object on the line");
      }
      return new JsonRecord(values, text.contains("\\u"));
    } catch (JacksonException e) {
      throw new BadRecordException(reason(text, e));
    }
  }

  private static Map<String, JsonNode> values(JsonParser parser, Set<String> keys)
      throws BadRecordException {
    Map<String, JsonNode> values = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      if (!seen.add(key)) {
        throw new BadRecordException("the key " + Printable.quote(key) + " occurs twice");
      }
      parser.nextToken();
      if (keys.contains(key)) {
        JsonNode value = value(parser);
        if (!value.isNull()) {
          values.put(key, value);
        }
      } else {
        parser.skipChildren();
      }
    }
    return values;
  }

  /// Most values are strings, which the mapper reads more slowly.
  private static JsonNode value(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? MAPPER.getNodeFactory().stringNode(parser.getString())
        : MAPPER.readTree(parser);
  }

  private static String name(JsonToken first) {
    return switch (first) {
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default -> "true, false or null";
    };
  }

  private static String reason(String text, JacksonException e) {
    return switch (e) {
      case StreamConstraintsException _ ->
          "JSON nested deeper than %s levels, or a number of more than %s digits"
              .formatted(Printable.count(MAX_DEPTH), Printable.count(MAX_DIGITS));
      case UnexpectedEndOfInputException _ ->
          "JSON that ends early, after " + Printable.count(text.length(), "character");
      case DatabindException _ -> "a key occurs twice in an inner object";
      default -> "not JSON near character " + near(text, (int) e.getLocation().getCharOffset());
    };
  }

  private static String near(String text, int offset) {
    int start = Math.max(0, offset - EXCERPT_CHARS);
    int end = Math.min(text.length(), offset + EXCERPT_CHARS);
    String cut = start == 0 ? "" : "…";
    return Printable.count(offset + 1) + ": " + cut + text.substring(start, end);
  }
}
