package dev.akin.index;

import dev.akin.paper.PublicationDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which papers may be answered. What is absent or empty lets every paper pass; of several
/// categories or authors one is enough.
///
/// @param from papers of that day or later; one known only to the year passes if its year touches
/// @param to papers of that day or earlier
/// @param categories any case; `cs` lets `cs.CL` pass
/// @param authors all words of a name, in any order and case
public record Filter(
    @Nullable PublicationDate from,
    @Nullable PublicationDate to,
    List<String> categories,
    List<String> authors) {
  /// Lets every paper pass.
  public static final Filter NONE = new Filter(null, null, List.of(), List.of());

  /// @throws IllegalArgumentException if the range is empty or a name blank
  public Filter {
    categories = List.copyOf(categories);
    authors = List.copyOf(authors);
    if (from != null && to != null && from.earliest().isAfter(to.latest())) {
      throw new IllegalArgumentException("from " + from + " is after to " + to);
    }
    if (categories.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("category is blank");
    }
    if (authors.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("author is blank");
    }
  }

  /// Whether every paper passes.
  public boolean isNone() {
    return equals(NONE);
  }
}
