package dev.akin.index.search;

import dev.akin.paper.PublicationDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which papers may be found. A part that is absent or empty lets every paper pass. Of several
/// categories, authors or languages, a paper needs only one.
///
/// @param from papers of this day or later; a paper with only a year passes if any day of that year
///   is in range
/// @param to papers of this day or earlier
/// @param categories in any case; `cs` lets `cs.CL` pass
/// @param authors all words of a name, in any order and case
/// @param languages codes of ISO 639-1, such as `en`, in any case
public record Filter(
    @Nullable PublicationDate from,
    @Nullable PublicationDate to,
    List<String> categories,
    List<String> authors,
    List<String> languages) {
  /// Lets every paper pass.
  public static final Filter NONE = new Filter(null, null, List.of(), List.of(), List.of());

  /// @throws IllegalArgumentException if `from` is after `to`, or a text is blank
  public Filter {
    categories = List.copyOf(categories);
    authors = List.copyOf(authors);
    languages = List.copyOf(languages);
    if (from != null && to != null && from.earliest().isAfter(to.latest())) {
      throw new IllegalArgumentException("from " + from + " is after to " + to);
    }
    requireText("category", categories);
    requireText("author", authors);
    requireText("language", languages);
  }

  private static void requireText(String what, List<String> values) {
    if (values.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(what + " is blank");
    }
  }

  /// Whether every paper passes.
  public boolean isNone() {
    return equals(NONE);
  }
}
