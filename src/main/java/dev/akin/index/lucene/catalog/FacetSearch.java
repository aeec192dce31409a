package dev.akin.index.lucene.catalog;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.search.FilterQuery;
import dev.akin.index.lucene.search.SearchTime;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Facets;
import dev.akin.index.store.Filter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Counts the categories, years and languages of papers. Lucene's module of facets would be one
/// more library for these loops.
///
/// @param time of its searches
///
/// @hidden public for its own room only
public record FacetSearch(OpenCommit commit, SearchTime time) {
  /// Counts the papers that pass a filter.
  public Facets of(Filter filter) throws IOException {
    return of(FilterQuery.papers(filter, commit, time));
  }

  /// Counts given papers.
  public Facets of(List<Integer> papers) throws IOException {
    FixedBitSet set = new FixedBitSet(Math.max(1, commit.reader().maxDoc()));
    papers.forEach(set::set);
    return of(set);
  }

  private Facets of(FixedBitSet papers) throws IOException {
    Map<String, Integer> categories = new HashMap<>();
    Map<Integer, Integer> years = new TreeMap<>();
    Map<String, Integer> languages = new HashMap<>();
    for (LeafReaderContext leaf : commit.reader().leaves()) {
      Part part = new Part(leaf.reader(), leaf.docBase, papers);
      part.count(IndexFields.CATEGORY_COUNT, categories);
      part.countYears(years);
      part.count(IndexFields.LANGUAGE_COUNT, languages);
    }
    List<Facets.Count> frequent = sorted(categories).stream().limit(Facets.MAX_CATEGORIES).toList();
    return new Facets(papers.cardinality(), frequent, new TreeMap<>(years), sorted(languages));
  }

  private static List<Facets.Count> sorted(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(each -> new Facets.Count(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingInt((Facets.Count count) -> -count.papers())
                .thenComparing(Facets.Count::value))
        .toList();
  }

  /// One segment.
  ///
  /// @param papers numbered as in the whole index
  private record Part(LeafReader reader, int first, FixedBitSet papers) {
    void count(String field, Map<String, Integer> counts) throws IOException {
      SortedSetDocValues values = DocValues.getSortedSet(reader, field);
      int[] byValue = new int[Math.toIntExact(values.getValueCount())];
      for (int doc = next(0); doc < reader.maxDoc(); doc = next(doc + 1)) {
        if (values.advanceExact(doc)) {
          for (int i = 0; i < values.docValueCount(); i++) {
            byValue[Math.toIntExact(values.nextOrd())]++;
          }
        }
      }
      for (int value = 0; value < byValue.length; value++) {
        if (byValue[value] > 0) {
          counts.merge(values.lookupOrd(value).utf8ToString(), byValue[value], Integer::sum);
        }
      }
    }

    void countYears(Map<Integer, Integer> counts) throws IOException {
      NumericDocValues days = DocValues.getNumeric(reader, IndexFields.FIRST_DAY);
      for (int doc = next(0); doc < reader.maxDoc(); doc = next(doc + 1)) {
        if (days.advanceExact(doc)) {
          counts.merge(LocalDate.ofEpochDay(days.longValue()).getYear(), 1, Integer::sum);
        }
      }
    }

    /// The next paper of the segment, or something beyond its end.
    private int next(int from) {
      if (from >= reader.maxDoc()) {
        return Integer.MAX_VALUE;
      }
      int found = papers.nextSetBit(first + from);
      return found == DocIdSetIterator.NO_MORE_DOCS ? found : found - first;
    }
  }
}
