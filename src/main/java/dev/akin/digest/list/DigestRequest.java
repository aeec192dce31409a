package dev.akin.digest.list;

import dev.akin.ask.TypedQuery;
import dev.akin.index.store.Filter;
import dev.akin.paper.Paper;
import dev.akin.recommend.query.RecommendOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to hear of.
///
/// @param authors whose new papers; each a query for one author
/// @param searches each as it would be typed into a search box
/// @param library references; papers close to them are wanted
/// @param among which papers may be listed
/// @param floor the minimum similarity, as a [dev.akin.index.store.Rarity]; absent for the usual
/// @param limit maximum number of papers for each author, each search and the library
public record DigestRequest(
    List<TypedQuery> authors,
    List<TypedQuery> searches,
    List<Paper> library,
    Filter among,
    @Nullable Double floor,
    int limit) {
  /// @throws IllegalArgumentException if nothing is wanted, or a number is out of its range
  public DigestRequest {
    authors = List.copyOf(authors);
    searches = List.copyOf(searches);
    library = List.copyOf(library);
    if (authors.isEmpty() && searches.isEmpty() && library.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to look for: give a library, a search or an author");
    }
    if (limit < 1 || limit > RecommendOptions.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be within 1..%d, not %d".formatted(RecommendOptions.MAX_LIMIT, limit));
    }
  }

  /// The query for the papers of an author.
  ///
  /// @throws IllegalArgumentException if the name is blank
  public static TypedQuery by(String name) {
    String plain = TypedQuery.phrase(name).text();
    return new TypedQuery(
        "author:\"" + plain + "\"", "", List.of(), List.of(), List.of(plain), List.of(), null);
  }
}
