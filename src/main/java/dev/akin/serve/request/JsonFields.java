package dev.akin.serve.request;

import dev.akin.serve.guard.RefusedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a JSON object that a client sent. A value that has a wrong form is refused with
/// its place, such as `positives[2].weight`.
///
/// @param place its place in the body; empty for the whole body
///
/// @hidden public for its own room only
public record JsonFields(String place, ObjectNode object) implements RequestValues {
  private static final int MAX_DEPTH = 16;
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(50)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Reads a body.
  ///
  /// @throws RefusedRequest if it is not one JSON object
  public static JsonFields of(byte[] body) {
    try {
      if (STRICT.readTree(body) instanceof ObjectNode object) {
        return new JsonFields("", object);
      }
    } catch (JacksonException e) {
      throw RefusedRequest.badRequest("body", "is not valid JSON: " + reason(e));
    }
    throw RefusedRequest.badRequest("body", "must be one JSON object");
  }

  /// What is wrong, without what the library says about itself.
  private static String reason(JacksonException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " (line %d, column %d)"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    // The JSON is complete; only what follows it can be wrong.
    return e instanceof DatabindException
        ? "there is more after its end" + where
        : String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("") + where;
  }

  /// Refuses unknown fields, so that a typing mistake is noticed.
  ///
  /// @throws RefusedRequest if a field has another name than `known`
  public JsonFields requireOnly(Set<String> known) {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw RefusedRequest.badRequest(
            at(name), "unknown field. Known fields: " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return this;
  }

  /// The place of a field in the body.
  @Override
  public String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private @Nullable JsonNode value(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  @Nullable String text(String name) {
    JsonNode value = value(name);
    return value == null ? null : text(at(name), value);
  }

  private static String text(String at, JsonNode value) {
    if (!value.isString()) {
      throw RefusedRequest.badRequest(at, "must be a string");
    }
    String text = value.stringValue();
    if (text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
      throw RefusedRequest.badRequest(at, "contains half a character (a lone surrogate)");
    }
    return text;
  }

  @Override
  public <T> @Nullable T one(String name, Function<String, T> reader) {
    String text = text(name);
    try {
      return text == null ? null : reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest(at(name), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public @Nullable Double number(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isNumber()) {
      throw RefusedRequest.badRequest(at(name), "must be a number");
    }
    return value == null ? null : value.doubleValue();
  }

  @Override
  public @Nullable Integer integer(String name) {
    JsonNode value = value(name);
    if (value != null && !value.canConvertToInt()) {
      throw RefusedRequest.badRequest(at(name), "must be a whole number");
    }
    return value == null ? null : value.intValue();
  }

  @Override
  public boolean flag(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isBoolean()) {
      throw RefusedRequest.badRequest(at(name), "must be true or false");
    }
    return value != null && value.booleanValue();
  }

  /// Strings. A single one may be without brackets.
  @Override
  public List<String> all(String name) {
    JsonNode value = value(name);
    return value != null && value.isString()
        ? List.of(text(at(name), value))
        : each(name, JsonFields::text);
  }

  /// Whole numbers.
  public List<Integer> integers(String name) {
    return each(name, JsonFields::integer);
  }

  private static Integer integer(String at, JsonNode value) {
    if (!value.canConvertToInt()) {
      throw RefusedRequest.badRequest(at, "must be a whole number");
    }
    return value.intValue();
  }

  /// Objects.
  List<JsonFields> objects(String name) {
    return each(name, JsonFields::fields);
  }

  /// An object; an empty one if the field is absent.
  JsonFields fields(String name) {
    JsonNode value = value(name);
    return value == null
        ? new JsonFields(at(name), STRICT.createObjectNode())
        : fields(at(name), value);
  }

  private static JsonFields fields(String at, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return new JsonFields(at, object);
    }
    throw RefusedRequest.badRequest(at, "must be an object");
  }

  private <T> List<T> each(String name, BiFunction<String, JsonNode, T> reader) {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw RefusedRequest.badRequest(at(name), "must be a list");
    }
    List<T> read = new ArrayList<>();
    for (JsonNode element : value) {
      read.add(reader.apply(at(name) + "[" + read.size() + "]", element));
    }
    return read;
  }
}
