package dev.akin.index.commit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much an index holds.
///
/// @param papers papers in all
/// @param vectors distinct texts, each with a vector of each model
/// @param titleOnly papers known by their title alone
/// @param withoutText papers with neither title nor abstract, which have no vector
/// @param deleted papers that were deleted for good, which are not there any more
/// @param languages how many papers are in which language, by its code, where it could be told
public record Holdings(
    int papers,
    int vectors,
    int titleOnly,
    int withoutText,
    int deleted,
    SortedMap<String, Integer> languages) {
  /// Nothing at all.
  static final Holdings NONE = new Holdings(0, 0, 0, 0, 0, new TreeMap<>());

  public Holdings {
    languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
  }
}
