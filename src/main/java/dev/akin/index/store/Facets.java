package dev.akin.index.store;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How papers are distributed.
///
/// @param papers how many were counted
/// @param categories as the papers write them, the most frequent first, at most [#MAX_CATEGORIES]
/// @param years the number of papers of each year; papers without a date are left out
/// @param languages by ISO 639-1 code, the most frequent first; papers whose language is not known
///   are left out
public record Facets(
    int papers, List<Count> categories, SortedMap<Integer, Integer> years, List<Count> languages) {
  /// A corpus may have more, such as keywords.
  public static final int MAX_CATEGORIES = 100;

  /// A category or a language.
  ///
  /// @param papers how many papers have it
  public record Count(String value, int papers) {}

  public Facets {
    categories = List.copyOf(categories);
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
    languages = List.copyOf(languages);
  }
}
