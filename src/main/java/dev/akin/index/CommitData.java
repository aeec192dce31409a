package dev.akin.index;

import dev.akin.vector.Space;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// The facts that travel inside a Lucene commit, so that they are never newer or older than what it
/// holds.
///
/// @param build the id of the build
/// @param commit its number, from 1
/// @param space the model
record CommitData(
    String build,
    long commit,
    Space space,
    int papers,
    int vectors,
    int titleOnly,
    int withoutText,
    Instant committedAt) {
  private static final String FORMAT = "1";
  private static final String PART = "model.";

  Map<String, String> toMap() {
    Map<String, String> map = new HashMap<>();
    map.put("format", FORMAT);
    map.put("build", build);
    map.put("commit", Long.toString(commit));
    map.put("model", space.model());
    map.put("dimension", Integer.toString(space.dimension()));
    space.parts().forEach((name, value) -> map.put(PART + name, value));
    map.put("papers", Integer.toString(papers));
    map.put("vectors", Integer.toString(vectors));
    map.put("titleOnly", Integer.toString(titleOnly));
    map.put("withoutText", Integer.toString(withoutText));
    map.put("committedAt", committedAt.toString());
    return map;
  }

  /// @throws IndexException if another version of akin wrote the commit
  static CommitData of(String where, Map<String, String> map) {
    String format = map.getOrDefault("format", "none");
    if (!format.equals(FORMAT)) {
      throw new IndexException(
          IndexException.Kind.OTHER_MODEL,
          "%s: index format %s, this akin needs %s".formatted(where, format, FORMAT));
    }
    Map<String, String> parts = new TreeMap<>();
    map.forEach(
        (name, value) -> {
          if (name.startsWith(PART)) {
            parts.put(name.substring(PART.length()), value);
          }
        });
    return new CommitData(
        map.getOrDefault("build", ""),
        Long.parseLong(map.getOrDefault("commit", "0")),
        Space.of(map.getOrDefault("model", ""), number(map, "dimension"), parts),
        number(map, "papers"),
        number(map, "vectors"),
        number(map, "titleOnly"),
        number(map, "withoutText"),
        Instant.parse(map.getOrDefault("committedAt", Instant.EPOCH.toString())));
  }

  private static int number(Map<String, String> map, String name) {
    return Integer.parseInt(map.getOrDefault(name, "0"));
  }
}
