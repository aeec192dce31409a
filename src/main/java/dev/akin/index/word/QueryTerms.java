package dev.akin.index.word;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of a text with the greatest weights, as one snapshot sees them. Only that snapshot can
/// search for them.
public final class QueryTerms {
  /// A word of a text.
  ///
  /// @param weight in the text, above 0
  /// @param inText what it counts in title and abstract of papers; above 0
  /// @param inTitle what it counts in titles; 0 if no title has it
  ///
  /// @hidden public for its own room only
  public record Weighed(String word, double weight, float inText, float inTitle) {}

  /// The words of a text in one language.
  ///
  /// @param all all words, the one with the greatest weight first
  /// @param formula how they are scored
  /// @param self the score of the text itself; 0 if no paper has any of the words
  /// @param known the share of the words' weight that is in words that some paper has, 0 to 1
  /// @param onlyIn the language of the papers that are found; absent if all papers are
  ///
  /// @hidden public for its own room only
  public record Wording(
      List<Weighed> all, WordFormula formula, double self, double known, @Nullable String onlyIn) {
    private static final int STRONGEST = 15;

    public Wording {
      all = List.copyOf(all);
    }

    /// The words by which papers are found.
    public List<Weighed> strongest() {
      return all.subList(0, Math.min(STRONGEST, all.size()));
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

  /// The text in each language that it is read in.
  public List<Wording> readings() {
    return readings;
  }
}
