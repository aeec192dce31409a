package dev.akin.index.store;

import dev.akin.base.AkinException;
import dev.akin.vector.Space;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The facts about a commit, which are stored with it.
///
/// @param build the id of the build
/// @param commit the number of the commit, from 1; 0 before the first
/// @param spaces the spaces of the models, in order
/// @param similarityScale absent if it was not measured, or there are too few texts
/// @param notes what a job wants to read again later, by name
///
/// @hidden public for its own room only
public record CommitData(
    String build,
    long commit,
    List<Space> spaces,
    Holdings holdings,
    @Nullable SimilarityScale similarityScale,
    Map<String, String> notes,
    Instant committedAt) {
  private static final String FORMAT = "3";
  private static final String NOTE = "note.";
  private static final String LANGUAGE = "language.";
  private static final String WORD_LANGUAGE = "wordLanguage.";

  public CommitData {
    notes = Map.copyOf(notes);
  }

  /// The facts of a build that has no commit yet.
  public static CommitData none(String build, List<Space> spaces) {
    return new CommitData(build, 0, spaces, Holdings.NONE, null, Map.of(), Instant.EPOCH);
  }

  /// The form that [#of] reads.
  public Map<String, String> toMap() {
    Map<String, String> map = new HashMap<>();
    map.put("format", FORMAT);
    map.put("build", build);
    map.put("commit", Long.toString(commit));
    map.put("models", Integer.toString(spaces.size()));
    for (int column = 0; column < spaces.size(); column++) {
      put(map, spaces.get(column), column);
    }
    put(map, holdings);
    notes.forEach((name, note) -> map.put(NOTE + name, note));
    map.put("committedAt", committedAt.toString());
    if (similarityScale != null) {
      map.put("closeness.texts", Integer.toString(similarityScale.texts()));
      map.put("closeness.rarity", similarityScale.rarity().toText());
      if (similarityScale.ofPhrases() != null) {
        map.put("closeness.phrases", similarityScale.ofPhrases().toText());
      }
      map.put("closeness.floor", Double.toString(similarityScale.floor()));
      map.put("closeness.coverage", Double.toString(similarityScale.coverage()));
    }
    return map;
  }

  private static void put(Map<String, String> map, Space space, int column) {
    map.put("model" + column, space.model());
    map.put("dimension" + column, Integer.toString(space.dimension()));
    space.parts().forEach((name, value) -> map.put(part(column) + name, value));
  }

  private static void put(Map<String, String> map, Holdings holdings) {
    map.put("papers", Integer.toString(holdings.papers()));
    map.put("vectors", Integer.toString(holdings.vectors()));
    map.put("titleOnly", Integer.toString(holdings.titleOnly()));
    map.put("withoutText", Integer.toString(holdings.withoutText()));
    map.put("deleted", Integer.toString(holdings.deleted()));
    put(map, LANGUAGE, holdings.languages());
    put(map, WORD_LANGUAGE, holdings.wordLanguages());
  }

  private static void put(
      Map<String, String> map, String prefix, SortedMap<String, Integer> counts) {
    counts.forEach((name, count) -> map.put(prefix + name, Integer.toString(count)));
  }

  private static String part(int column) {
    return "model" + column + ".";
  }

  /// Reads the facts of a commit.
  ///
  /// @param where names the index in messages
  /// @throws IndexException if another version of akin wrote the commit
  public static CommitData of(String where, Map<String, String> map) {
    String format = map.getOrDefault("format", "none");
    if (!format.equals(FORMAT)) {
      throw new IndexException(
          AkinException.Kind.CONFIGURATION,
          "%s: the index has format %s, but this akin needs format %s; delete it, or name another --index, and run akin index again"
              .formatted(where, format, FORMAT));
    }
    return new CommitData(
        map.getOrDefault("build", ""),
        Long.parseLong(map.getOrDefault("commit", "0")),
        IntStream.range(0, number(map, "models")).mapToObj(column -> space(map, column)).toList(),
        holdings(map),
        similarityScale(map),
        startingWith(NOTE, map),
        Instant.parse(map.getOrDefault("committedAt", Instant.EPOCH.toString())));
  }

  private static Space space(Map<String, String> map, int column) {
    return Space.of(
        map.getOrDefault("model" + column, ""),
        number(map, "dimension" + column),
        startingWith(part(column), map));
  }

  private static Holdings holdings(Map<String, String> map) {
    return new Holdings(
        number(map, "papers"),
        number(map, "vectors"),
        number(map, "titleOnly"),
        number(map, "withoutText"),
        number(map, "deleted"),
        counts(LANGUAGE, map),
        counts(WORD_LANGUAGE, map));
  }

  private static SortedMap<String, Integer> counts(String prefix, Map<String, String> map) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    startingWith(prefix, map).forEach((name, count) -> counts.put(name, Integer.parseInt(count)));
    return counts;
  }

  /// The entries whose names begin with a prefix; the prefix is cut off.
  private static Map<String, String> startingWith(String prefix, Map<String, String> map) {
    Map<String, String> found = new TreeMap<>();
    map.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }

  private static @Nullable SimilarityScale similarityScale(Map<String, String> map) {
    String rarity = map.get("closeness.rarity");
    String ofPhrases = map.get("closeness.phrases");
    return rarity == null
        ? null
        : new SimilarityScale(
            number(map, "closeness.texts"),
            Rarity.parse(rarity),
            ofPhrases == null ? null : Rarity.parse(ofPhrases),
            Double.parseDouble(map.getOrDefault("closeness.floor", "0")),
            Double.parseDouble(map.getOrDefault("closeness.coverage", "0")));
  }

  private static int number(Map<String, String> map, String name) {
    return Integer.parseInt(map.getOrDefault(name, "0"));
  }
}
