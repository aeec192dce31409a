package dev.akin.index.search;

import java.util.List;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/// The words of a text that say most about it, weighed, as one snapshot sees them; no other can
/// search for them.
public final class QueryTerms {
  /// No words: nothing is found by them.
  public static final QueryTerms NONE =
      new QueryTerms(new BooleanQuery.Builder().build(), List.of(), 0);

  private final Query strongest;
  private final List<WeighedTerm> all;
  private final double self;

  /// @param strongest finds the papers that have some of the strongest words
  /// @param all of the words
  /// @param self what the text itself would score; 0 if no paper has any of the words
  QueryTerms(Query strongest, List<WeighedTerm> all, double self) {
    this.strongest = strongest;
    this.all = List.copyOf(all);
    this.self = self;
  }

  Query strongest() {
    return strongest;
  }

  List<WeighedTerm> all() {
    return all;
  }

  double self() {
    return self;
  }
}
