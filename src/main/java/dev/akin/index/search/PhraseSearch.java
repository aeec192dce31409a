package dev.akin.index.search;

import dev.akin.index.commit.OpenCommit;
import dev.akin.index.document.Analyzers;
import dev.akin.index.document.PaperDocument;
import dev.akin.paper.TitleKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
/// @hidden public for its own room only
public record PhraseSearch(OpenCommit commit) {
  /// More than a BM25 ever is.
  private static final float STEP = 10_000;

  /// Nobody types more, and every word takes time.
  private static final int MAX_CHARS = 1_000;

  private static final Query NOTHING = new BooleanQuery.Builder().build();

  /// The papers that have the phrase, in the order of places, best first; in the same place by
  /// BM25, then by id.
  public List<PhraseHit> search(String phrase, int count, Filter filter) throws IOException {
    if (phrase.length() > MAX_CHARS) {
      return List.of();
    }
    QueryBuilder build = new QueryBuilder(Analyzers.PAPERS);
    Query words = build.createBooleanQuery(PaperDocument.WORDS, phrase);
    Query query =
        new BooleanQuery.Builder()
            .add(places(phrase, build), Occur.MUST)
            .add(words == null ? NOTHING : words, Occur.SHOULD)
            .add(FilterQuery.of(filter), Occur.FILTER)
            .build();
    return new LexicalSearch(commit)
        .hits(query, count).stream()
            .map(hit -> new PhraseHit(hit.paper(), PhrasePlace.of((int) (hit.score() / STEP))))
            .toList();
  }

  /// Matches the papers that have the phrase.
  private static Query places(String phrase, QueryBuilder build) {
    List<Query> places = new ArrayList<>();
    for (PhrasePlace place : PhrasePlace.values()) {
      Query query = place(place, phrase, build);
      if (query != null) {
        places.add(new BoostQuery(new ConstantScoreQuery(query), place.rank() * STEP));
      }
    }
    return new DisjunctionMaxQuery(places, 0);
  }

  /// Absent if the phrase has no words.
  private static @Nullable Query place(PhrasePlace place, String phrase, QueryBuilder build) {
    String title = PaperDocument.TITLE_WORDS;
    return switch (place) {
      case ABSTRACT -> build.createPhraseQuery(PaperDocument.WORDS, phrase);
      case WORDS_IN_TITLE -> build.createBooleanQuery(title, phrase, Occur.MUST);
      case TITLE -> build.createPhraseQuery(title, phrase);
      case WHOLE_TITLE -> new TermQuery(new Term(PaperDocument.TITLE_KEY, TitleKey.of(phrase)));
    };
  }
}
