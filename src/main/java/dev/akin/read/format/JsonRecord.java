package dev.akin.read.format;

import dev.akin.base.Printable;
import dev.akin.paper.PaperId;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The values of one JSON object, each as the type that it must have. To all but [#required] an
/// absent key, a null and an empty string are the same.
///
/// @hidden public for its own room only
public final class JsonRecord {
  private static final int MAX_DATE_CHARS = 10;

  private final Map<String, JsonNode> values;

  /// @param values without nulls
  JsonRecord(Map<String, JsonNode> values) {
    this.values = values;
  }

  /// The value of `id`, character by character as it stands there.
  PaperId id() throws Refusal {
    JsonNode node = values.get("id");
    if (node == null) {
      throw new Refusal("id is missing");
    }
    try {
      return new PaperId(string("id", node));
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  /// Whatever there is, for those who take more than one type.
  JsonNode node(String key) {
    return values.getOrDefault(key, MissingNode.getInstance());
  }

  /// A text whose key must be there; it may be empty.
  String required(String key) throws Refusal {
    JsonNode node = values.get(key);
    if (node == null) {
      throw new Refusal(key + " is missing");
    }
    return plain(key, node);
  }

  @Nullable String text(String key) throws Refusal {
    JsonNode node = values.get(key);
    String text = node == null ? "" : plain(key, node);
    return text.isEmpty() ? null : text;
  }

  /// The texts of a list, or the one text that stands in its place.
  List<String> texts(String key) throws Refusal {
    JsonNode node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node.isString()) {
      String text = plain(key, node);
      return text.isEmpty() ? List.of() : List.of(text);
    }
    return elements(key, node).stream().filter(text -> !text.isEmpty()).toList();
  }

  /// Lists of texts in a list; a text that is empty or null keeps its place, as an empty one.
  List<List<String>> lists(String key) throws Refusal {
    List<List<String>> lists = new ArrayList<>();
    for (JsonNode list : elements(key)) {
      lists.add(elements(key, list));
    }
    return lists;
  }

  /// Objects in a list.
  List<JsonRecord> records(String key) throws Refusal {
    List<JsonRecord> records = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      if (!element.isObject()) {
        throw expected("an object in " + key, element);
      }
      Map<String, JsonNode> inner = new HashMap<>();
      element.properties().stream()
          .filter(property -> !property.getValue().isNull())
          .forEach(property -> inner.put(property.getKey(), property.getValue()));
      records.add(new JsonRecord(inner));
    }
    return records;
  }

  /// A year, as a number or as its digits.
  @Nullable PublicationDate year(String key) throws Refusal {
    JsonNode node = values.get(key);
    if (node == null || node.isString()) {
      return date(key);
    }
    if (!node.isIntegralNumber()) {
      throw expected("a whole number as " + key, node);
    }
    return date(key, node.asString());
  }

  /// A date in the form of [PublicationDate#parse].
  @Nullable PublicationDate date(String key) throws Refusal {
    String text = text(key);
    return text == null ? null : date(key, text);
  }

  private static PublicationDate date(String key, String text) throws Refusal {
    if (text.length() > MAX_DATE_CHARS) {
      throw new Refusal(key + " is not a date but " + Printable.quote(text));
    }
    try {
      return PublicationDate.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(key + ": " + e.getMessage());
    }
  }

  private Iterable<JsonNode> elements(String key) throws Refusal {
    JsonNode node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw expected("a list as " + key, node);
    }
    return node;
  }

  private static List<String> elements(String key, JsonNode list) throws Refusal {
    if (!list.isArray()) {
      throw expected("a list of strings as " + key, list);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list) {
      texts.add(element.isNull() ? "" : plain(key, element));
    }
    return texts;
  }

  private static String plain(String key, JsonNode node) throws Refusal {
    String text = string(key, node);
    if (text.indexOf('\0') >= 0) {
      throw new Refusal(key + " has a NUL in it");
    }
    if (hasLoneSurrogate(text)) {
      throw new Refusal(key + " has half a character (a lone surrogate) in it");
    }
    return PlainText.of(text);
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static String string(String key, JsonNode node) throws Refusal {
    if (!node.isString()) {
      throw expected("a string as " + key, node);
    }
    return node.stringValue();
  }

  private static Refusal expected(String what, JsonNode found) {
    return new Refusal("expected " + what + ", found " + name(found));
  }

  private static String name(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> Printable.quote(node.stringValue());
      case NUMBER -> "the number " + node;
      default -> node.toString();
    };
  }
}
