package dev.akin.embed.token;

/// The tokens of a text.
///
/// Owns `ids`: nobody else changes the array.
///
/// @hidden public for its own room only
public final class TokenizedText {
  private final long[] ids;
  private final TokenGroups sentences;
  private final TextTerms terms;
  private final boolean truncated;
  private final boolean foreign;

  public TokenizedText(
      long[] ids, TokenGroups sentences, TextTerms terms, boolean truncated, boolean foreign) {
    this.ids = ids;
    this.foreign = foreign;
    this.sentences = sentences;
    this.terms = terms;
    this.truncated = truncated;
  }

  /// Token ids, special tokens included.
  long[] ids() {
    return ids;
  }

  /// How many tokens it has.
  public int tokens() {
    return ids.length;
  }

  /// The sentence of each token. Special tokens and what the template adds are in none.
  public TokenGroups sentences() {
    return sentences;
  }

  /// The term of each token; [TextTerms#NONE] if terms are not needed.
  public TextTerms terms() {
    return terms;
  }

  /// Whether the model does not know most of its tokens.
  public boolean foreign() {
    return foreign;
  }

  /// Whether the end of the text was cut off.
  public boolean truncated() {
    return truncated;
  }
}
