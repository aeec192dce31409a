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

/// Finds the papers that have a phrase as it stands, as people expect of a search box.
///
/// A hit's score says where: 4 the title is the phrase, 3 the title has it, 2 the title has all of
/// its words, 1 the abstract has it.
///
/// @hidden public for its own room only
public record PhraseSearch(OpenCommit commit) {
  /// More than BM25 ever gives: of two papers with the phrase in the same place, the one with the
  /// higher BM25 is found first.
  private static final float PLACE = 10_000;

  /// Nobody types more, and each word is looked for.
  private static final int MAX_CHARACTERS = 1_000;

  private static final Query NOTHING = new BooleanQuery.Builder().build();

  public List<Hit> search(String phrase, int count, Filter filter) throws IOException {
    if (phrase.length() > MAX_CHARACTERS) {
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
    List<Hit> hits = new ArrayList<>();
    for (Hit hit : new LexicalSearch(commit).hits(query, count)) {
      hits.add(new Hit(hit.paper(), Math.floor(hit.score() / PLACE)));
    }
    return hits;
  }

  private static Query places(String phrase, QueryBuilder build) {
    String title = PaperDocument.TITLE_WORDS;
    List<Query> places = new ArrayList<>();
    add(places, 4, new TermQuery(new Term(PaperDocument.TITLE_KEY, TitleKey.of(phrase))));
    add(places, 3, build.createPhraseQuery(title, phrase));
    add(places, 2, build.createBooleanQuery(title, phrase, Occur.MUST));
    add(places, 1, build.createPhraseQuery(PaperDocument.WORDS, phrase));
    return new DisjunctionMaxQuery(places, 0);
  }

  private static void add(List<Query> places, int place, @Nullable Query query) {
    if (query != null) {
      places.add(new BoostQuery(new ConstantScoreQuery(query), place * PLACE));
    }
  }
}
