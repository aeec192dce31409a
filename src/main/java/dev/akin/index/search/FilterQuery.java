package dev.akin.index.search;

import dev.akin.index.document.Analyzers;
import dev.akin.index.document.PaperDocument;
import dev.akin.paper.PlainText;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A [Filter] as a Lucene query. It matches papers, never texts.
///
/// @hidden public for its own room only
public final class FilterQuery {
  private FilterQuery() {}

  /// Matches all papers.
  public static Query papers() {
    return new FieldExistsQuery(PaperDocument.ID);
  }

  /// Matches the papers that pass a filter.
  public static Query of(Filter filter) {
    if (filter.isNone()) {
      return papers();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (filter.from() != null) {
      int from = Math.toIntExact(filter.from().earliest().toEpochDay());
      all.add(
          IntPoint.newRangeQuery(PaperDocument.LAST_DAY, from, Integer.MAX_VALUE), Occur.FILTER);
    }
    if (filter.to() != null) {
      int to = Math.toIntExact(filter.to().latest().toEpochDay());
      all.add(IntPoint.newRangeQuery(PaperDocument.FIRST_DAY, Integer.MIN_VALUE, to), Occur.FILTER);
    }
    addAlternatives(all, filter.categories().stream().map(FilterQuery::category).toList());
    addAlternatives(all, filter.authors().stream().map(FilterQuery::author).toList());
    addAlternatives(all, filter.languages().stream().map(FilterQuery::language).toList());
    return all.build();
  }

  private static void addAlternatives(BooleanQuery.Builder all, List<Query> alternatives) {
    if (!alternatives.isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      alternatives.forEach(query -> any.add(query, Occur.SHOULD));
      all.add(any.build(), Occur.FILTER);
    }
  }

  private static Query category(String category) {
    return new TermQuery(new Term(PaperDocument.CATEGORY, PaperDocument.filterTerm(category)));
  }

  private static Query language(String code) {
    return new TermQuery(new Term(PaperDocument.LANGUAGE, PaperDocument.filterTerm(code)));
  }

  private static Query author(String name) {
    List<String> words = Analyzers.words(PaperDocument.AUTHOR_WORDS, PlainText.of(name));
    if (words.isEmpty() || words.size() > Analyzers.AUTHOR_GAP) {
      return new MatchNoDocsQuery("no name has that many words");
    }
    IntervalsSource[] terms = words.stream().map(Intervals::term).toArray(IntervalsSource[]::new);
    IntervalsSource oneName = Intervals.maxwidth(Analyzers.AUTHOR_GAP, Intervals.unordered(terms));
    return new IntervalQuery(PaperDocument.AUTHOR_WORDS, oneName);
  }
}
