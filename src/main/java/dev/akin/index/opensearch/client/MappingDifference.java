package dev.akin.index.opensearch.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Compares a mapping that akin made with the one that an index has. OpenSearch adds defaults to
/// what it was told, so the index may say more about a field, but has no other fields.
final class MappingDifference {
  private static final String FIELDS = "properties";

  private MappingDifference() {}

  /// Adds the differences, each with the field, to `found`. `_meta` may be any.
  static void find(JsonNode made, JsonNode has, List<String> found) {
    values("", made, has, found);
  }

  private static void values(String path, JsonNode made, JsonNode has, List<String> found) {
    for (String name : made.propertyNames()) {
      if (name.equals("_meta")) {
        continue;
      }
      String where = path.isEmpty() ? name : path + "." + name;
      JsonNode wanted = made.path(name);
      JsonNode there = has.path(name);
      if (wanted.isObject() && there.isObject()) {
        values(where, wanted, there, found);
        if (name.equals(FIELDS)) {
          others(where, wanted, there, found);
        }
      } else if (!wanted.asString(wanted.toString()).equals(there.asString(there.toString()))) {
        found.add(
            there.isMissingNode()
                ? where + " is missing"
                : "%s is %s, not %s".formatted(where, there, wanted));
      }
    }
  }

  private static void others(String path, JsonNode made, JsonNode has, List<String> found) {
    for (String name : has.propertyNames()) {
      if (!made.has(name)) {
        found.add(path + "." + name + " is not akin's");
      }
    }
  }
}
