package dev.akin.read;

import dev.akin.read.format.json.AkinJson;
import dev.akin.read.format.json.CslJson;
import dev.akin.read.format.json.JsonText;
import dev.akin.read.format.json.OpenAlex;
import dev.akin.read.format.json.SemanticScholar;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Tells the format of a JSON object by its keys, even if the object is cut off.
///
/// @param whole whether the object is complete
/// @param values the first token of each key's value
/// @param id absent if there is none, or it is not a string
/// @param type absent if there is none, or it is not a string
record JsonSigns(
    boolean whole, Map<String, JsonToken> values, @Nullable String id, @Nullable String type) {
  private static final Pattern ARXIV_ID =
      Pattern.compile("\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(\\.[A-Z]{2})?/\\d{7}");

  static JsonSigns of(String line) {
    Map<String, JsonToken> values = new HashMap<>();
    String id = null;
    String type = null;
    boolean whole = false;
    try (JsonParser parser = JsonText.parser(line)) {
      parser.nextToken();
      for (String key = parser.nextName(); key != null; key = parser.nextName()) {
        JsonToken value = parser.nextToken();
        values.putIfAbsent(key, value);
        if (key.equals("id") && value == JsonToken.VALUE_STRING) {
          id = parser.getString();
        }
        if (key.equals("type") && value == JsonToken.VALUE_STRING) {
          type = parser.getString();
        }
        parser.skipChildren();
      }
      whole = parser.currentToken() == JsonToken.END_OBJECT;
    } catch (JacksonException _) {
      whole = false; // what stands before the cut is enough
    }
    return new JsonSigns(whole, values, id, type);
  }

  /// Whether it is an item of CSL's JSON: by keys that no other format uses, or by the type.
  boolean isCsl() {
    return (type != null || has("title", JsonToken.START_ARRAY))
        && !values.containsKey("authors")
        && (values.keySet().stream().anyMatch(CslJson.OWN_KEYS::contains)
            || (type != null && CslJson.isType(type) && CslJson.KEYS.containsAll(values.keySet())));
  }

  /// Whether it is a whole object that says something.
  boolean isRecord() {
    return whole && !values.isEmpty();
  }

  /// Whether it has a title, what OpenAlex has in its place, or a paper within it.
  boolean hasTitle() {
    return values.containsKey("title")
        || values.containsKey("display_name")
        || values.keySet().stream().anyMatch(SemanticScholar.OF_ANOTHER::contains);
  }

  /// The format of lines like this object.
  PaperFormat format() {
    if (isCsl()) {
      return PaperFormat.CSL_JSON;
    }
    if (isOpenAlex()) {
      return PaperFormat.OPENALEX;
    }
    if (id == null && values.keySet().stream().anyMatch(SemanticScholar.OWN_KEYS::contains)) {
      return PaperFormat.SEMANTIC_SCHOLAR;
    }
    return isArxiv() ? PaperFormat.ARXIV_JSON : PaperFormat.AKIN_JSON;
  }

  private boolean isOpenAlex() {
    return id != null
        && OpenAlex.isId(id)
        && values.keySet().stream().anyMatch(OpenAlex.OWN_KEYS::contains)
        && !values.containsKey("abstract")
        && !values.containsKey("authors");
  }

  private boolean isArxiv() {
    if (values.containsKey("authors_parsed")) {
      return true;
    }
    if (has("authors", JsonToken.START_ARRAY) || has("categories", JsonToken.START_ARRAY)) {
      return false;
    }
    if (values.containsKey("versions") || values.containsKey("update_date")) {
      return true;
    }
    return has("categories", JsonToken.VALUE_STRING)
        && values.containsKey("abstract")
        && id != null
        && ARXIV_ID.matcher(id).matches()
        && values.keySet().stream().noneMatch(AkinJson.OWN_KEYS::contains);
  }

  private boolean has(String key, JsonToken value) {
    return values.get(key) == value;
  }
}
