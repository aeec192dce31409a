package dev.akin.index;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.FixedBitSet;

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

  List<Hit> search(Words words, int count, Filter filter) throws IOException {
    Query query = words.query();
    return hits(filter.isNone() ? query : filtered(query, FilterQuery.of(filter)), count);
  }

  /// The papers of `papers` that have one of the words, all of them.
  List<Hit> among(Words words, int[] papers) throws IOException {
    FixedBitSet given = new FixedBitSet(commit.reader().maxDoc());
    IntStream.of(papers).forEach(given::set);
    return hits(filtered(words.query(), new DocumentSetQuery(given)), Math.max(1, papers.length));
  }

  private static Query filtered(Query words, Query filter) {
    return new BooleanQuery.Builder().add(words, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  List<Hit> hits(Query query, int count) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : commit.searcher().search(query, count, BY_SCORE_THEN_ID).scoreDocs) {
      // The first field that it is sorted by is the score; asking for scores computes them twice.
      hits.add(new Hit(hit.doc, (float) ((FieldDoc) hit).fields[0]));
    }
    return hits;
  }

  Words words(String text) throws IOException {
    MoreLikeThis like = new MoreLikeThis(commit.reader());
    like.setAnalyzer(Analyzers.PAPERS);
    like.setFieldNames(new String[] {PaperDocument.WORDS});
    like.setMinTermFreq(1);
    like.setMinDocFreq(1);
    like.setMaxQueryTerms(MAX_WORDS);
    like.setBoost(true);
    return new Words(like.like(PaperDocument.WORDS, new StringReader(text)));
  }
}
