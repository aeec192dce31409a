package dev.akin.index.lucene.search;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Filter;
import dev.akin.index.word.Analyzers;
import dev.akin.index.word.AuthorTerms;
import dev.akin.index.word.FilterName;
import dev.akin.index.word.WordLanguages;
import dev.akin.paper.Holding;
import dev.akin.paper.NamePattern;
import dev.akin.paper.Period;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/// A [Filter] as a Lucene query. It matches papers, never texts.
///
/// @hidden public for its own room only
public final class FilterQuery {
  private FilterQuery() {}

  /// Matches all papers.
  public static Query papers() {
    return new FieldExistsQuery(IndexFields.ID);
  }

  /// Matches the papers that pass a filter.
  public static Query of(Filter filter) {
    if (filter.isNone()) {
      return papers();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    addDates(all, filter.from(), filter.to());
    addPeriod(all, filter.within());
    addAlternatives(all, terms(IndexFields.CATEGORY, filter.categories()));
    addAlternatives(all, filter.authors().stream().map(FilterQuery::author).toList());
    addAlternatives(all, terms(IndexFields.LANGUAGE, filter.languages()));
    Filter.Held held = filter.held();
    addAlternatives(all, held.access().stream().map(FilterQuery::access).toList());
    addAlternatives(all, terms(IndexFields.COLLECTION, held.collections()));
    addAlternatives(all, terms(IndexFields.SOURCE, held.sources()));
    add(all, filter.typed());
    addWithout(all, filter.without());
    return all.build();
  }

  /// The numbers of the papers that pass a filter.
  ///
  /// @param time of the search
  public static FixedBitSet papers(Filter filter, OpenCommit commit, SearchTime time)
      throws IOException {
    FixedBitSet papers = new FixedBitSet(Math.max(1, commit.reader().maxDoc()));
    time.searcher(commit).search(of(filter), new DocumentSetCollector.Manager(papers));
    return papers;
  }

  private static void addDates(
      BooleanQuery.Builder all, @Nullable PublicationDate first, @Nullable PublicationDate last) {
    if (first != null) {
      int from = Math.toIntExact(first.earliest().toEpochDay());
      all.add(IntPoint.newRangeQuery(IndexFields.LAST_DAY, from, Integer.MAX_VALUE), Occur.FILTER);
    }
    if (last != null) {
      int to = Math.toIntExact(last.latest().toEpochDay());
      all.add(IntPoint.newRangeQuery(IndexFields.FIRST_DAY, Integer.MIN_VALUE, to), Occur.FILTER);
    }
  }

  private static void addPeriod(BooleanQuery.Builder all, @Nullable Period period) {
    if (period != null) {
      int first = Math.toIntExact(period.first().toEpochDay());
      int last = Math.toIntExact(period.last().toEpochDay());
      all.add(IntPoint.newRangeQuery(IndexFields.FIRST_DAY, first, last), Occur.FILTER);
      all.add(IntPoint.newRangeQuery(IndexFields.LAST_DAY, first, last), Occur.FILTER);
    }
  }

  private static void addWithout(BooleanQuery.Builder all, Set<String> ids) {
    if (!ids.isEmpty()) {
      all.add(papers(), Occur.FILTER); // what is left out matches nothing by itself
      all.add(
          new TermInSetQuery(IndexFields.ID, ids.stream().map(BytesRef::new).toList()),
          Occur.MUST_NOT);
    }
  }

  private static void add(BooleanQuery.Builder all, Filter.Typed typed) {
    if (typed.equals(Filter.Typed.ANYTHING)) {
      return;
    }
    all.add(papers(), Occur.FILTER); // what is left out matches nothing by itself
    addDates(all, typed.from(), typed.to());
    typed.persons().forEach(person -> all.add(person(person), Occur.FILTER));
    terms(IndexFields.CATEGORY, typed.categories())
        .forEach(category -> all.add(category, Occur.FILTER));
    typed.phrases().forEach(phrase -> all.add(phrase(IndexFields.WORDS, phrase), Occur.FILTER));
    typed.excluded().forEach(phrase -> all.add(phrase(IndexFields.WORDS, phrase), Occur.MUST_NOT));
  }

  /// Matches the papers of authors who have these given names, and not only their initials.
  public static Query exactly(NamePattern name) {
    BooleanQuery.Builder parts = new BooleanQuery.Builder();
    AuthorTerms.exactly(name)
        .forEach(part -> parts.add(term(IndexFields.AUTHOR_NAME, part), Occur.FILTER));
    return parts.build();
  }

  private static Query person(NamePattern name) {
    BooleanQuery.Builder parts = new BooleanQuery.Builder();
    for (Set<String> alternatives : AuthorTerms.of(name)) {
      List<BytesRef> terms = alternatives.stream().map(BytesRef::new).toList();
      parts.add(new TermInSetQuery(IndexFields.AUTHOR_NAME, terms), Occur.FILTER);
    }
    return parts.build();
  }

  /// Matches the papers whose titles contain a phrase. Words such as `the` are not in the index, so
  /// every title counts as one with them.
  public static Query titled(String phrase) {
    return Analyzers.ofText(WordLanguages.USUAL, phrase).isEmpty()
        ? papers()
        : phrase(IndexFields.TITLE_WORDS, phrase);
  }

  /// In the language of each paper, as its words are in the index.
  private static Query phrase(String field, String phrase) {
    BooleanQuery.Builder languages = new BooleanQuery.Builder();
    Set<List<String>> different = new HashSet<>();
    for (String language : WordLanguages.codes()) {
      if (different.add(Analyzers.ofText(language, phrase))) {
        Query words =
            new QueryBuilder(WordLanguages.analyzer(language)).createPhraseQuery(field, phrase);
        if (words != null) {
          languages.add(in(language, words), Occur.SHOULD);
        }
      }
    }
    return languages.build();
  }

  /// A name is the same word in every language, so that the usual one finds it everywhere.
  private static Query in(String language, Query words) {
    return language.equals(WordLanguages.USUAL)
        ? words
        : new BooleanQuery.Builder()
            .add(words, Occur.FILTER)
            .add(wordsIn(language), Occur.FILTER)
            .build();
  }

  /// Matches the papers whose words are analyzed in a language.
  static Query wordsIn(String language) {
    return term(IndexFields.WORDS_IN, language);
  }

  private static List<Query> terms(String field, List<String> names) {
    return names.stream().map(name -> term(field, FilterName.of(name))).toList();
  }

  private static Query term(String field, String term) {
    return new TermQuery(new Term(field, term));
  }

  /// An embargo that has ended no longer counts: the paper is open.
  private static Query access(Holding.AccessRight access) {
    Query said = term(IndexFields.ACCESS, access.label());
    int today = Math.toIntExact(LocalDate.now(ZoneOffset.UTC).toEpochDay());
    Query ended = IntPoint.newRangeQuery(IndexFields.EMBARGO_END, Integer.MIN_VALUE, today);
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
    return new IntervalQuery(IndexFields.AUTHOR_WORDS, oneName);
  }
}
