package dev.akin.index;

import dev.akin.vector.Space;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The facts that travel inside a Lucene commit, so that they are never newer or older than what it
/// holds.
///
/// @param build the id of the build
/// @param commit its number, from 1
/// @param spaces the models
/// @param closeness absent if nothing is known of it
record CommitData(
    String build,
    long commit,
    List<Space> spaces,
    int papers,
    int vectors,
    int titleOnly,
    int withoutText,
    @Nullable Closeness closeness,
    Instant committedAt) {
  private static final String FORMAT = "2";

  Map<String, String> toMap() {
    Map<String, String> map = new HashMap<>();
    map.put("format", FORMAT);
    map.put("build", build);
    map.put("commit", Long.toString(commit));
    map.put("models", Integer.toString(spaces.size()));
    for (int column = 0; column < spaces.size(); column++) {
      put(map, spaces.get(column), column);
    }
    map.put("papers", Integer.toString(papers));
    map.put("vectors", Integer.toString(vectors));
    map.put("titleOnly", Integer.toString(titleOnly));
    map.put("withoutText", Integer.toString(withoutText));
    map.put("committedAt", committedAt.toString());
    if (closeness != null) {
      map.put("closeness.texts", Integer.toString(closeness.texts()));
      map.put("closeness.rarity", closeness.rarity().toText());
      map.put("closeness.floor", Double.toString(closeness.floor()));
      map.put("closeness.coverage", Double.toString(closeness.coverage()));
    }
    return map;
  }

  private static void put(Map<String, String> map, Space space, int column) {
    map.put("model" + column, space.model());
    map.put("dimension" + column, Integer.toString(space.dimension()));
    space.parts().forEach((name, value) -> map.put(part(column) + name, value));
  }

  private static String part(int column) {
    return "model" + column + ".";
  }

  /// @throws IndexException if another version of akin wrote the commit
  static CommitData of(String where, Map<String, String> map) {
    String format = map.getOrDefault("format", "none");
    if (!format.equals(FORMAT)) {
      throw new IndexException(
          IndexException.Kind.OTHER_MODEL,
          "%s: index format %s, this akin needs %s; delete it, or give another --index, and run akin index again"
              .formatted(where, format, FORMAT));
    }
    return new CommitData(
        map.getOrDefault("build", ""),
        Long.parseLong(map.getOrDefault("commit", "0")),
        IntStream.range(0, number(map, "models")).mapToObj(column -> space(map, column)).toList(),
        number(map, "papers"),
        number(map, "vectors"),
        number(map, "titleOnly"),
        number(map, "withoutText"),
        closeness(map),
        Instant.parse(map.getOrDefault("committedAt", Instant.EPOCH.toString())));
  }

  private static Space space(Map<String, String> map, int column) {
    String prefix = part(column);
    Map<String, String> parts = new TreeMap<>();
    map.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            parts.put(name.substring(prefix.length()), value);
          }
        });
    return Space.of(
        map.getOrDefault("model" + column, ""), number(map, "dimension" + column), parts);
  }

  private static @Nullable Closeness closeness(Map<String, String> map) {
    String rarity = map.get("closeness.rarity");
    return rarity == null
        ? null
        : new Closeness(
            number(map, "closeness.texts"),
            Rarity.parse(rarity),
            Double.parseDouble(map.getOrDefault("closeness.floor", "0")),
            Double.parseDouble(map.getOrDefault("closeness.coverage", "0")));
  }

  private static int number(Map<String, String> map, String name) {
    return Integer.parseInt(map.getOrDefault(name, "0"));
  }
}
