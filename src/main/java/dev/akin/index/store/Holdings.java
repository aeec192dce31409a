package dev.akin.index.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much an index holds.
///
/// @param papers the number of papers
/// @param vectors the number of distinct texts; each has a vector of each model
/// @param titleOnly the number of papers of which only the title is known
/// @param withoutText the number of papers with neither title nor abstract; they have no vector
/// @param deleted the number of papers that were deleted permanently; `papers` does not count them
/// @param languages the number of papers in each language, by ISO 639-1 code; papers whose language
///   is not known are left out
/// @param wordLanguages the number of papers whose words are analyzed in their language, by ISO
///   639-1 code; English ones are left out
public record Holdings(
    int papers,
    int vectors,
    int titleOnly,
    int withoutText,
    int deleted,
    SortedMap<String, Integer> languages,
    SortedMap<String, Integer> wordLanguages) {
  /// An empty index.
  public static final Holdings NONE = new Holdings(0, 0, 0, 0, 0, new TreeMap<>(), new TreeMap<>());

  public Holdings {
    languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
    wordLanguages = Collections.unmodifiableSortedMap(new TreeMap<>(wordLanguages));
  }
}
