package dev.akin.index;

import dev.akin.index.catalog.CategorySearch;
import dev.akin.index.catalog.Completion;
import dev.akin.index.catalog.CompletionSearch;
import dev.akin.index.catalog.DateSearch;
import dev.akin.index.catalog.FacetSearch;
import dev.akin.index.catalog.Facets;
import dev.akin.index.commit.OpenCommit;
import dev.akin.index.document.PaperDocument;
import dev.akin.index.search.Filter;
import dev.akin.index.search.FilterQuery;
import dev.akin.index.search.SearchTime;
import dev.akin.paper.NamePattern;
import dev.akin.paper.PublicationDate;
import java.util.List;
import java.util.SortedMap;

/// What there is in one commit to search for: names of authors, categories, words of titles, and
/// how many papers have them. Belongs to its [IndexSnapshot], and is of no use once that is closed.
/// Safe for use by many threads.
public final class IndexContents {
  private final IndexSnapshot snapshot;
  private final OpenCommit commit;
  private final SearchTime time;

  IndexContents(IndexSnapshot snapshot, OpenCommit commit, SearchTime time) {
    this.snapshot = snapshot;
    this.commit = commit;
    this.time = time;
  }

  /// Whether an author has a family name and given names, and not only their initials.
  public boolean hasAuthor(NamePattern name) {
    return snapshot.whole(() -> time.searcher(commit).count(FilterQuery.exactly(name)) > 0);
  }

  /// How many papers have a phrase in their titles, word for word except for endings; all of them
  /// if it has only words such as `the`.
  public int countTitled(String phrase) {
    return snapshot.whole(() -> time.searcher(commit).count(FilterQuery.titled(phrase)));
  }

  /// Whether all papers can be found by their authors' names and counted by category. Those that an
  /// earlier akin wrote cannot, until `akin index` takes them over.
  public boolean hasNames() {
    return snapshot.whole(() -> time.searcher(commit).count(PaperDocument.earlier()) == 0);
  }

  /// Whether a paper is in a category.
  ///
  /// @param category in any case
  public boolean hasCategory(String category) {
    return snapshot.whole(() -> new CategorySearch(commit, time).isKnown(category));
  }

  /// Suggests categories for one that does not exist, the likeliest first.
  ///
  /// @param count maximum number of categories, at least 1
  public List<String> suggestCategories(String category, int count) {
    IndexSnapshot.requirePositive(count);
    return snapshot.whole(() -> new CategorySearch(commit, time).suggest(category, count));
  }

  /// Titles, names of authors and categories that begin as somebody types.
  ///
  /// @param count maximum number of completions, at least 1
  public List<Completion> complete(String typed, int count) {
    IndexSnapshot.requirePositive(count);
    return snapshot.whole(() -> new CompletionSearch(commit, time).complete(typed, count));
  }

  /// Counts the categories, years and languages of the papers that pass a filter.
  public Facets facets(Filter filter) {
    return snapshot.whole(() -> new FacetSearch(commit, time).of(filter));
  }

  /// The same for given papers.
  public Facets facets(List<Integer> papers) {
    return snapshot.whole(() -> new FacetSearch(commit, time).of(papers));
  }

  /// Counts the papers that pass a filter by date, the oldest first. Papers without a date are left
  /// out.
  public SortedMap<PublicationDate, Integer> dates(Filter filter) {
    return snapshot.whole(() -> new DateSearch(commit, time).of(filter));
  }
}
