package dev.akin.index.lucene.search;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Holdings;
import dev.akin.index.store.PhraseHit;
import dev.akin.index.store.PhrasePlace;
import dev.akin.index.word.Analyzers;
import dev.akin.index.word.Reading;
import dev.akin.index.word.WordLanguages;
import dev.akin.paper.TitleKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/// Finds the papers that have a phrase word for word, as people expect of a search box.
///
/// The score of a paper is [#STEP] for each rank of its [PhrasePlace], and its BM25. It does not
/// leave this class. Sorting by place and then by BM25 takes 1.5 to 2 times as long (measured),
/// because Lucene can skip papers only by score.
///
/// @param time of its searches
///
/// @hidden public for its own room only
public record PhraseSearch(OpenCommit commit, SearchTime time) {
  /// More than a BM25 ever is.
  private static final float STEP = 10_000;

  /// Nobody types more, and every word takes time.
  private static final int MAX_CHARS = 1_000;

  /// The papers that have the phrase, in the order of places, best first; in the same place by
  /// BM25, then by id.
  public List<PhraseHit> search(String phrase, int count, Filter filter) throws IOException {
    if (phrase.length() > MAX_CHARS) {
      return List.of();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    List<Query> places = new ArrayList<>();
    places.add(place(PhrasePlace.WHOLE_TITLE, titled(phrase)));
    Set<List<String>> different = new HashSet<>();
    for (Reading reading : readings()) {
      if (different.add(Analyzers.ofText(reading.language(), phrase))) {
        QueryBuilder build = new QueryBuilder(WordLanguages.analyzer(reading.language()));
        places.addAll(places(phrase, build, reading.onlyIn()));
        Query words = build.createBooleanQuery(IndexFields.WORDS, phrase);
        if (words != null) {
          query.add(meeting(reading.onlyIn(), words), Occur.SHOULD);
        }
      }
    }
    query.add(new DisjunctionMaxQuery(places, 0), Occur.MUST);
    query.add(FilterQuery.of(filter), Occur.FILTER);
    return new LexicalSearch(commit, time)
        .hits(query.build(), count).stream()
            .map(hit -> new PhraseHit(hit.paper(), PhrasePlace.of((int) (hit.score() / STEP))))
            .toList();
  }

  private List<Reading> readings() {
    Holdings holdings = commit.info().holdings();
    return Reading.of(null, holdings.languages(), holdings.wordLanguages());
  }

  private static Query titled(String phrase) {
    return new TermQuery(new Term(IndexFields.TITLE_KEY, TitleKey.of(phrase)));
  }

  /// Matches the papers that have the words of the phrase.
  ///
  /// @param build in one language
  /// @param onlyIn the language of the papers that are found; absent if all papers are
  private static List<Query> places(String phrase, QueryBuilder build, @Nullable String onlyIn) {
    String title = IndexFields.TITLE_WORDS;
    List<Query> places = new ArrayList<>();
    add(places, PhrasePlace.ABSTRACT, build.createPhraseQuery(IndexFields.WORDS, phrase), onlyIn);
    add(
        places,
        PhrasePlace.WORDS_IN_TITLE,
        build.createBooleanQuery(title, phrase, Occur.MUST),
        onlyIn);
    add(places, PhrasePlace.TITLE, build.createPhraseQuery(title, phrase), onlyIn);
    return places;
  }

  /// @param query absent if the phrase has no words
  private static void add(
      List<Query> places, PhrasePlace place, @Nullable Query query, @Nullable String onlyIn) {
    if (query != null) {
      places.add(place(place, meeting(onlyIn, query)));
    }
  }

  private static Query place(PhrasePlace place, Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), place.rank() * STEP);
  }

  private static Query meeting(@Nullable String onlyIn, Query query) {
    return onlyIn == null
        ? query
        : new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(FilterQuery.wordsIn(onlyIn), Occur.FILTER)
            .build();
  }
}
