package dev.akin.index.store;

import dev.akin.paper.NamePattern;
import dev.akin.paper.PublicationDate;
import java.util.List;
import java.util.SortedMap;

/// What there is in one commit to search for: names of authors, categories, words of titles, and
/// how many papers have them. Belongs to its [IndexSnapshot], and is of no use once that is closed.
/// Safe for use by many threads.
public interface IndexContents {
  /// Whether an author has a family name and given names, and not only their initials.
  boolean hasAuthor(NamePattern name);

  /// How many papers have a phrase in their titles, word for word except for endings; all of them
  /// if it has only words such as `the`.
  int countTitled(String phrase);

  /// Whether all papers can be found by their authors' names and counted by category. Those that an
  /// earlier akin wrote cannot, until `akin index` takes them over.
  boolean hasNames();

  /// Whether a paper is in a category.
  ///
  /// @param category in any case
  boolean hasCategory(String category);

  /// Suggests categories for one that does not exist, the likeliest first.
  ///
  /// @param count maximum number of categories, at least 1
  List<String> suggestCategories(String category, int count);

  /// Titles, names of authors and categories that begin as somebody types.
  ///
  /// @param count maximum number of completions, at least 1
  List<Completion> complete(String typed, int count);

  /// Counts the categories, years and languages of the papers that pass a filter.
  Facets facets(Filter filter);

  /// The same for given papers.
  Facets facets(List<Integer> papers);

  /// Counts the papers that pass a filter by date, the oldest first. Papers without a date are left
  /// out.
  SortedMap<PublicationDate, Integer> dates(Filter filter);
}
