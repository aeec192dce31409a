package dev.akin.index.lucene.search;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.Holdings;
import dev.akin.index.word.Bm25;
import dev.akin.index.word.QueryTerms;
import dev.akin.index.word.QueryText;
import dev.akin.index.word.WordFormula;
import dev.akin.index.word.WordWeights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/// Finds papers by words and scores them ([WordWeights]).
///
/// @param time of its searches for papers
///
/// @hidden public for its own room only
public record LexicalSearch(OpenCommit commit, SearchTime time) {
  private static final Sort BY_SCORE_THEN_ID =
      new Sort(SortField.FIELD_SCORE, new SortField(IndexFields.ID, SortField.Type.STRING));

  /// The weighed words of texts, in each language that they are read in.
  public QueryTerms words(List<QueryText> texts) throws IOException {
    CollectionStatistics inTexts = commit.searcher().collectionStatistics(IndexFields.WORDS);
    CollectionStatistics inTitles = commit.searcher().collectionStatistics(IndexFields.TITLE_WORDS);
    if (inTexts == null) {
      return QueryTerms.NONE;
    }
    WordFormula formula =
        new WordFormula(bm25(inTexts), bm25(inTitles == null ? inTexts : inTitles));
    Holdings holdings = commit.info().holdings();
    return new WordWeights(formula, commit.words())
        .weigh(texts, holdings.languages(), holdings.wordLanguages());
  }

  private static Bm25 bm25(CollectionStatistics field) {
    return new Bm25(field.docCount(), field.sumTotalTermFreq());
  }

  /// The papers that have some of the strongest words, best first.
  public List<Hit> search(QueryTerms words, int count, Filter filter) throws IOException {
    List<Query> readings = words.readings().stream().map(LexicalSearch::query).toList();
    Query query = readings.size() == 1 ? readings.getFirst() : new DisjunctionMaxQuery(readings, 0);
    return hits(filter.isNone() ? query : filtered(query, FilterQuery.of(filter)), count);
  }

  private static Query query(QueryTerms.Wording words) {
    BooleanQuery.Builder strongest = new BooleanQuery.Builder();
    for (QueryTerms.Weighed word : words.strongest()) {
      Query query = new TermQuery(new Term(IndexFields.WORDS, word.word()));
      strongest.add(new BoostQuery(query, (float) word.weight()), Occur.SHOULD);
    }
    return words.onlyIn() == null
        ? strongest.build()
        : filtered(strongest.build(), FilterQuery.wordsIn(words.onlyIn()));
  }

  /// The scores of papers by all words, as shares of the score of the text itself, in the language
  /// in which the share is greatest. Papers that have none of the words are left out.
  public List<Hit> score(QueryTerms words, int[] papers) throws IOException {
    Map<Integer, Double> best = new HashMap<>();
    for (QueryTerms.Wording reading : words.readings()) {
      // A language in which only one word of three means anything must not give full marks for it.
      double self = reading.self() * (words.known() / reading.known());
      for (Hit hit : new WordScores(commit.reader(), reading).of(papers)) {
        best.merge(hit.paper(), hit.score() / self, Math::max);
      }
    }
    List<Hit> shares = new ArrayList<>(best.size());
    best.forEach((paper, share) -> shares.add(new Hit(paper, share)));
    return ByScore.best(shares, shares.size(), commit.reader());
  }

  private static Query filtered(Query words, Query filter) {
    return new BooleanQuery.Builder().add(words, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  /// The papers that a query finds, best first; equal scores in the order of ids.
  ///
  /// Lucene sorts by score alone, which takes half of the time. It may then leave out the wrong
  /// ones of those that have the same score as the last: only if there are such, it searches again.
  List<Hit> hits(Query query, int count) throws IOException {
    IndexSearcher searcher = time.searcher(commit);
    int most = Math.clamp(commit.reader().maxDoc(), 1, count);
    TopScoreDocCollectorManager oneMore = new TopScoreDocCollectorManager(most + 1, most + 1);
    ScoreDoc[] found = searcher.search(query, oneMore).scoreDocs;
    boolean tied = found.length > most && found[most].score == found[most - 1].score;
    return tied ? sorted(searcher, query, most) : ByScore.best(hits(found), most, commit.reader());
  }

  private static List<Hit> hits(ScoreDoc[] found) {
    return Arrays.stream(found).map(hit -> new Hit(hit.doc, hit.score)).toList();
  }

  private static List<Hit> sorted(IndexSearcher searcher, Query query, int count)
      throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, count, BY_SCORE_THEN_ID).scoreDocs) {
      // The first sort field is the score. Asking Lucene for scores would compute them again.
      hits.add(new Hit(hit.doc, (float) ((FieldDoc) hit).fields[0]));
    }
    return hits;
  }
}
