package dev.akin.index.search;

import dev.akin.index.commit.OpenCommit;
import dev.akin.index.document.Analyzers;
import dev.akin.index.document.PaperDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/// Finds papers by words and scores them ([WordWeights]).
///
/// @hidden public for its own room only
public record LexicalSearch(OpenCommit commit) {
  private static final Sort BY_SCORE_THEN_ID =
      new Sort(SortField.FIELD_SCORE, new SortField(PaperDocument.ID, SortField.Type.STRING));

  /// The weighed words of a text.
  public QueryTerms words(String title, String abstractText) throws IOException {
    CollectionStatistics texts = commit.searcher().collectionStatistics(PaperDocument.WORDS);
    CollectionStatistics titles = commit.searcher().collectionStatistics(PaperDocument.TITLE_WORDS);
    if (texts == null) {
      return QueryTerms.NONE;
    }
    return new WordWeights(commit.searcher(), texts, titles)
        .weigh(
            Analyzers.words(PaperDocument.WORDS, title),
            Analyzers.words(PaperDocument.WORDS, abstractText));
  }

  /// The papers that have some of the strongest words, best first.
  public List<Hit> search(QueryTerms words, int count, Filter filter) throws IOException {
    Query query = words.strongest();
    return hits(filter.isNone() ? query : filtered(query, FilterQuery.of(filter)), count);
  }

  /// The scores of papers by all words, as shares of the score of the text itself. Papers that have
  /// none of the words are left out.
  public List<Hit> score(QueryTerms words, int[] papers) throws IOException {
    List<Hit> shares = new ArrayList<>(papers.length);
    for (Hit hit : new WordScores(commit.searcher(), words.all()).of(papers)) {
      shares.add(new Hit(hit.paper(), hit.score() / words.self()));
    }
    return ByScore.best(shares, shares.size(), commit.reader());
  }

  private static Query filtered(Query words, Query filter) {
    return new BooleanQuery.Builder().add(words, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  /// The papers that a query finds, best first; equal scores in the order of ids.
  List<Hit> hits(Query query, int count) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : commit.searcher().search(query, count, BY_SCORE_THEN_ID).scoreDocs) {
      // The first sort field is the score. Asking Lucene for scores would compute them again.
      hits.add(new Hit(hit.doc, (float) ((FieldDoc) hit).fields[0]));
    }
    return hits;
  }
}
