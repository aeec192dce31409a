package dev.akin.index.search;

import dev.akin.index.document.Analyzers;
import dev.akin.index.document.PaperDocument;
import dev.akin.paper.Holding;
import dev.akin.paper.PlainText;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    addAlternatives(all, terms(PaperDocument.CATEGORY, filter.categories()));
    addAlternatives(all, filter.authors().stream().map(FilterQuery::author).toList());
    addAlternatives(all, terms(PaperDocument.LANGUAGE, filter.languages()));
    Filter.Held held = filter.held();
    addAlternatives(all, held.access().stream().map(FilterQuery::access).toList());
    addAlternatives(all, terms(PaperDocument.COLLECTION, held.collections()));
    addAlternatives(all, terms(PaperDocument.SOURCE, held.sources()));
    return all.build();
  }

  private static List<Query> terms(String field, List<String> names) {
    return names.stream().map(name -> term(field, PaperDocument.filterTerm(name))).toList();
  }

  private static Query term(String field, String term) {
    return new TermQuery(new Term(field, term));
  }

  /// An embargo that has ended no longer counts: the paper is open.
  private static Query access(Holding.AccessRight access) {
    Query said = term(PaperDocument.ACCESS, access.label());
    int today = Math.toIntExact(LocalDate.now(ZoneOffset.UTC).toEpochDay());
    Query ended = IntPoint.newRangeQuery(PaperDocument.EMBARGO_END, Integer.MIN_VALUE, today);
    return switch (access) {
      case OPEN ->
          new BooleanQuery.Builder().add(said, Occur.SHOULD).add(ended, Occur.SHOULD).build();
      case EMBARGOED ->
          new BooleanQuery.Builder().add(said, Occur.FILTER).add(ended, Occur.MUST_NOT).build();
      case UNKNOWN, RESTRICTED, METADATA_ONLY -> said;
    };
  }

  private static void addAlternatives(BooleanQuery.Builder all, List<Query> alternatives) {
    if (!alternatives.isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      alternatives.forEach(query -> any.add(query, Occur.SHOULD));
      all.add(any.build(), Occur.FILTER);
    }
  }

  private static Query author(String name) {
    List<String> words = Analyzers.ofName(PlainText.of(name));
    if (words.isEmpty() || words.size() > Analyzers.AUTHOR_GAP) {
      return new MatchNoDocsQuery("no name has that many words");
    }
    IntervalsSource[] terms = words.stream().map(Intervals::term).toArray(IntervalsSource[]::new);
    IntervalsSource oneName = Intervals.maxwidth(Analyzers.AUTHOR_GAP, Intervals.unordered(terms));
    return new IntervalQuery(PaperDocument.AUTHOR_WORDS, oneName);
  }
}
