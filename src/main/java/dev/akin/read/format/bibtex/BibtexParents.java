package dev.akin.read.format.bibtex;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Remembers what other entries of a file may take from an entry by `crossref` and `xdata`.
///
/// Memory is bounded: of the first [#MAX_PARENTS] entries that can be parents, their common fields.
final class BibtexParents {
  static final int MAX_PARENTS = 10_000;

  /// The type of entries that are data for others and no works.
  private static final String DATA = "xdata";

  private static final List<String> TYPES =
      List.of(
          "book",
          "proceedings",
          "collection",
          "mvbook",
          "mvproceedings",
          "mvcollection",
          "periodical",
          "reference",
          DATA);

  private final Map<String, BibtexFields> parents = new HashMap<>();

  /// Remembers an entry, if others may name it.
  void add(BibtexBlock block, BibtexFields fields) {
    if (TYPES.contains(block.type()) && parents.size() < MAX_PARENTS) {
      parents.putIfAbsent(key(block.key()), fields.common(isData(block)));
    }
  }

  /// Whether an entry is no work.
  static boolean isData(BibtexBlock block) {
    return block.type().equals(DATA);
  }

  /// Whether all entries that `fields` names are known.
  boolean know(BibtexFields fields) {
    return fields.parents().stream().map(BibtexParents::key).allMatch(parents::containsKey);
  }

  /// The fields with what they take from others. Parents that are not in the file are left out.
  BibtexFields complete(BibtexFields fields) {
    return fields.with(
        fields.parents().stream()
            .map(BibtexParents::key)
            .map(parents::get)
            .filter(Objects::nonNull)
            .toList());
  }

  private static String key(String key) {
    return key.strip().toLowerCase(Locale.ROOT);
  }
}
