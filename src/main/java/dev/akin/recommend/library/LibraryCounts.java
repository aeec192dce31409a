package dev.akin.recommend.library;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What became of a library's entries: `entries = matched + texts + leftOut`.
///
/// @param entries all of them; one that is there twice counts twice
/// @param matches how many the index has, by what they were found by
/// @param texts how many it has not, and were read as texts
/// @param leftOut how many it has not, and have no title, or a short one and no abstract
public record LibraryCounts(int entries, Map<Match, Integer> matches, int texts, int leftOut) {
  public LibraryCounts {
    Map<Match, Integer> ordered = new EnumMap<>(Match.class);
    ordered.putAll(matches);
    matches = Collections.unmodifiableMap(ordered);
  }

  /// How many the index has.
  public int matched() {
    return matches.values().stream().mapToInt(Integer::intValue).sum();
  }
}
