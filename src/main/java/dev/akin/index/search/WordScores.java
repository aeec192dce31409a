package dev.akin.index.search;

import dev.akin.index.document.PaperDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Scores given papers by weighed words, one word after the other. It walks the postings of each
/// word once, and jumps from one given paper to the next.
///
/// Written by hand because a Lucene query would walk the postings of all words side by side. For a
/// hundred words and a few hundred papers, this takes a third of the time.
final class WordScores {
  private final IndexSearcher searcher;
  private final QueryTerms.Wording words;

  WordScores(IndexSearcher searcher, QueryTerms.Wording words) {
    this.searcher = searcher;
    this.words = words;
  }

  /// The scores of papers, in no particular order. Papers that have none of the words are left out.
  ///
  /// @param papers their numbers in the searcher's reader
  List<Hit> of(int[] papers) throws IOException {
    int[] sorted = papers.clone();
    Arrays.sort(sorted);
    List<Hit> hits = new ArrayList<>(papers.length);
    int from = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < sorted.length && sorted[to] < end) {
        to++;
      }
      if (to > from) {
        score(leaf, Arrays.copyOfRange(sorted, from, to), hits);
      }
      from = to;
    }
    return hits;
  }

  private void score(LeafReaderContext leaf, int[] papers, List<Hit> hits) throws IOException {
    LeafReader reader = leaf.reader();
    double[] scores = new double[papers.length];
    long[] texts = norms(leaf, PaperDocument.WORDS, papers);
    long[] titles = norms(leaf, PaperDocument.TITLE_WORDS, papers);
    for (QueryTerms.Weighed term : words.all()) {
      PostingsEnum postings = reader.postings(term.term(), PostingsEnum.FREQS);
      if (postings != null) {
        boolean ofTitles = term.term().field().equals(PaperDocument.TITLE_WORDS);
        add(term.scorer(), postings, leaf.docBase, papers, ofTitles ? titles : texts, scores);
      }
    }
    Bits live = reader.getLiveDocs();
    keepThose(words.condition(), leaf, papers, scores);
    for (int i = 0; i < papers.length; i++) {
      if (scores[i] > 0 && (live == null || live.get(papers[i] - leaf.docBase))) {
        hits.add(new Hit(papers[i], scores[i]));
      }
    }
  }

  /// Sets the scores of papers to 0 that do not meet a condition.
  private static void keepThose(
      @Nullable Term condition, LeafReaderContext leaf, int[] papers, double[] scores)
      throws IOException {
    if (condition == null) {
      return;
    }
    PostingsEnum postings = leaf.reader().postings(condition, PostingsEnum.NONE);
    for (int i = 0; i < papers.length; i++) {
      int doc = papers[i] - leaf.docBase;
      if (postings != null && postings.docID() < doc) {
        postings.advance(doc);
      }
      if (postings == null || postings.docID() != doc) {
        scores[i] = 0;
      }
    }
  }

  private static void add(
      SimScorer scorer,
      PostingsEnum postings,
      int docBase,
      int[] papers,
      long[] norms,
      double[] scores)
      throws IOException {
    for (int i = 0; i < papers.length; i++) {
      int doc = papers[i] - docBase;
      if (postings.docID() < doc && postings.advance(doc) == PostingsEnum.NO_MORE_DOCS) {
        return;
      }
      if (postings.docID() == doc) {
        scores[i] += scorer.score(postings.freq(), norms[i]);
      }
    }
  }

  /// The lengths of papers in a field, as Lucene encodes them.
  private static long[] norms(LeafReaderContext leaf, String field, int[] papers)
      throws IOException {
    NumericDocValues values = leaf.reader().getNormValues(field);
    long[] norms = new long[papers.length];
    for (int i = 0; i < papers.length; i++) {
      boolean known = values != null && values.advanceExact(papers[i] - leaf.docBase);
      norms[i] = known ? values.longValue() : 1;
    }
    return norms;
  }
}
