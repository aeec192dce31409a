package dev.akin.embed;

/// A text as the model reads it.
///
/// Owns `ids`: nobody else changes the array.
final class TokenizedText {
  private final long[] ids;
  private final TokenGroups sentences;
  private final TextTerms terms;
  private final boolean truncated;
  private final boolean foreign;

  TokenizedText(
      long[] ids, TokenGroups sentences, TextTerms terms, boolean truncated, boolean foreign) {
    this.ids = ids;
    this.foreign = foreign;
    this.sentences = sentences;
    this.terms = terms;
    this.truncated = truncated;
  }

  /// Token ids, special ones included.
  long[] ids() {
    return ids;
  }

  int tokens() {
    return ids.length;
  }

  /// The sentence of each token; special tokens and what the template adds are in none.
  TokenGroups sentences() {
    return sentences;
  }

  /// The term of each token, if somebody asks for terms.
  TextTerms terms() {
    return terms;
  }

  /// Whether most of its tokens mean nothing to the model.
  boolean foreign() {
    return foreign;
  }

  /// Whether the end of the text was cut off.
  boolean truncated() {
    return truncated;
  }
}
