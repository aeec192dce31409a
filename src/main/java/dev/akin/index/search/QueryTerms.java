package dev.akin.index.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/// The words of a text with the greatest weights, as one snapshot sees them. Only that snapshot can
/// search for them.
public final class QueryTerms {
  /// A word of a text in one field of papers.
  ///
  /// @param scorer computes the word's BM25 in a paper, times the word's weight
  record Weighed(Term term, SimScorer scorer) {}

  /// No words: they find nothing.
  public static final QueryTerms NONE =
      new QueryTerms(new BooleanQuery.Builder().build(), List.of(), 0);

  private final Query strongest;
  private final List<Weighed> all;
  private final double self;

  /// @param strongest finds the papers that have some of the strongest words
  /// @param all all words, in each field
  /// @param self the score of the text itself; 0 if no paper has any of the words
  QueryTerms(Query strongest, List<Weighed> all, double self) {
    this.strongest = strongest;
    this.all = List.copyOf(all);
    this.self = self;
  }

  Query strongest() {
    return strongest;
  }

  List<Weighed> all() {
    return all;
  }

  double self() {
    return self;
  }
}
