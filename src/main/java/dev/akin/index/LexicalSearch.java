package dev.akin.index;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/// Finds papers by the words of a text: BM25 over title and abstract, for the words that say most
/// about the text (Lucene's MoreLikeThis: frequent in it, rare among papers).
final class LexicalSearch {
  private static final int MAX_WORDS = 25;
  private static final Sort BY_SCORE_THEN_ID =
      new Sort(SortField.FIELD_SCORE, new SortField(PaperDocument.ID, SortField.Type.STRING));

  private final OpenCommit commit;

  LexicalSearch(OpenCommit commit) {
    this.commit = commit;
  }

  List<Hit> search(String text, int count, Filter filter) throws IOException {
    Query words = words(text);
    Query query =
        filter.isNone()
            ? words
            : new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(FilterQuery.of(filter), Occur.FILTER)
                .build();
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : commit.searcher().search(query, count, BY_SCORE_THEN_ID, true).scoreDocs) {
      hits.add(new Hit(hit.doc, hit.score));
    }
    return hits;
  }

  private Query words(String text) throws IOException {
    MoreLikeThis like = new MoreLikeThis(commit.reader());
    like.setAnalyzer(Analyzers.PAPERS);
    like.setFieldNames(new String[] {PaperDocument.WORDS});
    like.setMinTermFreq(1);
    like.setMinDocFreq(1);
    like.setMaxQueryTerms(MAX_WORDS);
    like.setBoost(true);
    return like.like(PaperDocument.WORDS, new StringReader(text));
  }
}
