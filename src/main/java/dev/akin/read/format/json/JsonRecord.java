package dev.akin.read.format.json;

import dev.akin.base.Printable;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The values of one JSON object, each read as the type that it must have. An absent key, a null
/// and an empty string mean the same, except to [#required].
///
/// @hidden public for its own room only
public final class JsonRecord {
  private static final int MAX_DATE_CHARS = 10;

  private final Map<String, JsonNode> values;
  private final boolean hasEscapes;

  /// @param values without nulls
  /// @param hasEscapes whether texts may have been written with numbers of UTF-16; only then can
  ///   they have half a character
  JsonRecord(Map<String, JsonNode> values, boolean hasEscapes) {
    this.values = values;
    this.hasEscapes = hasEscapes;
  }

  /// The values of an object within another one.
  static JsonRecord of(JsonNode object) {
    Map<String, JsonNode> values = new HashMap<>();
    object.properties().forEach(each -> values.put(each.getKey(), each.getValue()));
    values.values().removeIf(JsonNode::isNull);
    return new JsonRecord(values, true);
  }

  /// The value of `id`, character by character.
  PaperId id() throws BadRecordException {
    JsonNode node = values.get("id");
    if (node == null) {
      throw new BadRecordException("id is missing");
    }
    return RecordId.of(string("id", node));
  }

  /// Whether the value of `id` says that there is none.
  boolean isWithoutId() {
    return node("id").isString() && Placeholder.isId(node("id").stringValue());
  }

  /// The value of any type; a missing node if there is none.
  JsonNode node(String key) {
    return values.getOrDefault(key, MissingNode.getInstance());
  }

  /// A text whose key must exist; the text may be empty.
  String required(String key) throws BadRecordException {
    JsonNode node = values.get(key);
    if (node == null) {
      throw new BadRecordException(key + " is missing");
    }
    return plain(key, node);
  }

  /// A text; empty if there is none.
  String text(String key) throws BadRecordException {
    JsonNode node = values.get(key);
    return node == null ? "" : plain(key, node);
  }

  /// A text; null if there is none.
  @Nullable String textOrNull(String key) throws BadRecordException {
    String text = text(key);
    return text.isEmpty() ? null : text;
  }

  /// The first text of these keys that is not empty: a string, a number, or the first of a list.
  String first(String... keys) throws BadRecordException {
    for (String key : keys) {
      JsonNode node = node(key);
      JsonNode one = node.isArray() ? node.path(0) : node;
      String text = one.isString() ? plain(key, one) : loose(one);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /// A string or a number as text; empty if there is neither.
  String loose(String key) {
    return loose(node(key));
  }

  /// A string or a number as text; empty if the node is something else.
  static String loose(JsonNode node) {
    return node.isString() || node.isNumber() ? MarkupText.of(node.asString()) : "";
  }

  /// The texts of a list without the empty ones. One text may stand without a list.
  List<String> texts(String key) throws BadRecordException {
    JsonNode node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node.isString()) {
      String text = plain(key, node);
      return text.isEmpty() ? List.of() : List.of(text);
    }
    List<String> texts = elements(key, node);
    texts.removeIf(String::isEmpty);
    return texts;
  }

  /// A list of lists of texts. A text that is empty or null stays, as an empty one.
  List<List<String>> lists(String key) throws BadRecordException {
    List<List<String>> lists = new ArrayList<>();
    for (JsonNode list : elements(key)) {
      lists.add(elements(key, list));
    }
    return lists;
  }

  /// The objects of a list.
  List<JsonRecord> records(String key) throws BadRecordException {
    List<JsonRecord> records = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      if (!element.isObject()) {
        throw expected("an object in " + key, element);
      }
      records.add(of(element));
    }
    return records;
  }

  /// A year, which may be a number or a string; null if there is none.
  @Nullable PublicationDate year(String key) throws BadRecordException {
    JsonNode node = values.get(key);
    if (node == null || node.isString()) {
      return date(key);
    }
    if (!node.isIntegralNumber()) {
      throw expected("a whole number as " + key, node);
    }
    return date(key, node.asString());
  }

  /// A date as [PublicationDate#parse] reads it; null if there is none.
  @Nullable PublicationDate date(String key) throws BadRecordException {
    String text = text(key);
    return text.isEmpty() ? null : date(key, text);
  }

  private static PublicationDate date(String key, String text) throws BadRecordException {
    if (text.length() > MAX_DATE_CHARS) {
      throw new BadRecordException(key + " is not a date but " + Printable.quote(text));
    }
    try {
      return PublicationDate.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadRecordException(key + ": " + e.getMessage());
    }
  }

  private Iterable<JsonNode> elements(String key) throws BadRecordException {
    JsonNode node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw expected("a list as " + key, node);
    }
    return node;
  }

  private List<String> elements(String key, JsonNode list) throws BadRecordException {
    if (!list.isArray()) {
      throw expected("a list of strings as " + key, list);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list) {
      texts.add(element.isNull() ? "" : plain(key, element));
    }
    return texts;
  }

  private String plain(String key, JsonNode node) throws BadRecordException {
    String text = string(key, node);
    if (text.indexOf('\0') >= 0) {
      throw new BadRecordException(key + " contains a NUL character");
    }
    if (hasEscapes && hasLoneSurrogate(text)) {
      throw new BadRecordException(key + " contains half a character (a lone surrogate)");
    }
    return MarkupText.of(text);
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

  private static String string(String key, JsonNode node) throws BadRecordException {
    if (!node.isString()) {
      throw expected("a string as " + key, node);
    }
    return node.stringValue();
  }

  private static BadRecordException expected(String what, JsonNode found) {
    return new BadRecordException("expected " + what + ", found " + name(found));
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
