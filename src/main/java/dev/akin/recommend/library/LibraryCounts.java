package dev.akin.recommend.library;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What became of a library's entries: `entries = matched + texts + leftOut + unread`.
///
/// @param entries all entries; one that occurs twice counts twice
/// @param matches how many the index has, by how they were found
/// @param texts how many the index does not have, and were used as texts
/// @param leftOut how many the index does not have, and have no title, or only a short title
/// @param unread how many there was no time for
public record LibraryCounts(
    int entries, Map<Match, Integer> matches, int texts, int leftOut, int unread) {
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
