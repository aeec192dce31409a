package dev.akin.index.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// The words of a text with the greatest weights, as one snapshot sees them. Only that snapshot can
/// search for them.
public final class QueryTerms {
  /// A word of a text.
  ///
  /// @param inText what it counts in title and abstract of papers; above 0
  /// @param inTitle what it counts in titles; 0 if no title has it
  record Weighed(String word, float inText, float inTitle) {}

  /// The words of a text in one language.
  ///
  /// @param strongest finds the papers that have some of the strongest words
  /// @param all all words
  /// @param formula how they are scored
  /// @param self the score of the text itself; 0 if no paper has any of the words
  /// @param known the share of the words' weight that is in words that some paper has, 0 to 1
  /// @param condition what a paper must have; absent if it need not have anything
  record Wording(
      Query strongest,
      List<Weighed> all,
      WordFormula formula,
      double self,
      double known,
      @Nullable Term condition) {
    Wording {
      all = List.copyOf(all);
    }
  }

  /// No words: they find nothing.
  public static final QueryTerms NONE = new QueryTerms(List.of());

  private final List<Wording> readings;

  /// @param readings the same text, or parts of it, in several languages
  QueryTerms(List<Wording> readings) {
    this.readings = List.copyOf(readings);
  }

  /// The share of the text, by the weight of its words, that is in words that some paper has; in
  /// the language in which it is greatest.
  public double known() {
    return readings.stream().mapToDouble(Wording::known).max().orElse(0);
  }

  List<Wording> readings() {
    return readings;
  }
}
