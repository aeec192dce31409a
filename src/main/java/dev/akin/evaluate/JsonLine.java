package dev.akin.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// A line that is one JSON object. If it is not as expected, the methods throw an
/// `IllegalArgumentException`.
///
/// @param object its values
record JsonLine(JsonNode object) {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  static JsonLine parse(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (node.isObject()) {
        return new JsonLine(node);
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  /// A string that must exist.
  String required(String key) {
    String value = string(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  /// A string; absent if there is none.
  @Nullable String string(String key) {
    JsonNode node = object.get(key);
    return node == null || node.isNull() ? null : string(key, node);
  }

  /// The strings of a list that must exist.
  List<String> strings(String key) {
    JsonNode list = object.get(key);
    if (list == null || !list.isArray()) {
      throw new IllegalArgumentException(key + " is not a list");
    }
    List<String> strings = new ArrayList<>(list.size());
    for (JsonNode element : list) {
      strings.add(string(key, element));
    }
    return strings;
  }

  private static String string(String key, JsonNode node) {
    if (!node.isString()) {
      throw new IllegalArgumentException(key + " has a value that is not a string");
    }
    return node.stringValue();
  }
}
