package dev.akin.index.lucene;

import dev.akin.index.lucene.catalog.CategorySearch;
import dev.akin.index.lucene.catalog.CompletionSearch;
import dev.akin.index.lucene.catalog.DateSearch;
import dev.akin.index.lucene.catalog.FacetSearch;
import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.search.FilterQuery;
import dev.akin.index.lucene.search.SearchTime;
import dev.akin.index.store.Completion;
import dev.akin.index.store.Facets;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexContents;
import dev.akin.paper.NamePattern;
import dev.akin.paper.PublicationDate;
import java.util.List;
import java.util.SortedMap;

/// What there is in one commit of an index in a folder to search for.
final class LuceneContents implements IndexContents {
  private final LuceneSnapshot snapshot;
  private final OpenCommit commit;
  private final SearchTime time;

  LuceneContents(LuceneSnapshot snapshot, OpenCommit commit, SearchTime time) {
    this.snapshot = snapshot;
    this.commit = commit;
    this.time = time;
  }

  @Override
  public boolean hasAuthor(NamePattern name) {
    return snapshot.whole(() -> time.searcher(commit).count(FilterQuery.exactly(name)) > 0);
  }

  @Override
  public int countTitled(String phrase) {
    return snapshot.whole(() -> time.searcher(commit).count(FilterQuery.titled(phrase)));
  }

  @Override
  public boolean hasNames() {
    return snapshot.whole(() -> time.searcher(commit).count(PaperDocument.earlier()) == 0);
  }

  @Override
  public boolean hasCategory(String category) {
    return snapshot.whole(() -> new CategorySearch(commit, time).isKnown(category));
  }

  @Override
  public List<String> suggestCategories(String category, int count) {
    LuceneSnapshot.requirePositive(count);
    return snapshot.whole(() -> new CategorySearch(commit, time).suggest(category, count));
  }

  @Override
  public List<Completion> complete(String typed, int count) {
    LuceneSnapshot.requirePositive(count);
    return snapshot.whole(() -> new CompletionSearch(commit, time).complete(typed, count));
  }

  @Override
  public Facets facets(Filter filter) {
    return snapshot.whole(() -> new FacetSearch(commit, time).of(filter));
  }

  @Override
  public Facets facets(List<Integer> papers) {
    return snapshot.whole(() -> new FacetSearch(commit, time).of(papers));
  }

  @Override
  public SortedMap<PublicationDate, Integer> dates(Filter filter) {
    return snapshot.whole(() -> new DateSearch(commit, time).of(filter));
  }
}
