package dev.akin.index.search;

import dev.akin.paper.PublicationDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which papers may be answered. What is absent or empty lets every paper pass; of several
/// categories, authors or languages one is enough.
///
/// @param from papers of that day or later; one known only to the year passes if its year touches
/// @param to papers of that day or earlier
/// @param categories any case; `cs` lets `cs.CL` pass
/// @param authors all words of a name, in any order and case
/// @param languages codes of ISO 639-1, such as `en`, in any case
public record Filter(
    @Nullable PublicationDate from,
    @Nullable PublicationDate to,
    List<String> categories,
    List<String> authors,
    List<String> languages) {
  /// Lets every paper pass.
  public static final Filter NONE = new Filter(null, null, List.of(), List.of());

  /// A filter that lets every language pass.
  public Filter(
      @Nullable PublicationDate from,
      @Nullable PublicationDate to,
      List<String> categories,
      List<String> authors) {
    this(from, to, categories, authors, List.of());
  }

  /// @throws IllegalArgumentException if the range is empty or a name blank
  public Filter {
    categories = List.copyOf(categories);
    authors = List.copyOf(authors);
    languages = List.copyOf(languages);
    if (from != null && to != null && from.earliest().isAfter(to.latest())) {
      throw new IllegalArgumentException("from " + from + " is after to " + to);
    }
    if (categories.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("category is blank");
    }
    if (authors.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("author is blank");
    }
    if (languages.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("language is blank");
    }
  }

  /// Whether every paper passes.
  public boolean isNone() {
    return equals(NONE);
  }
}
