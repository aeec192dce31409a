package dev.akin.embed.run;

import java.util.List;

/// A cosine, taken apart: the shares of `terms` and `other` add up to it.
///
/// @param terms largest share first, those of one share by term
/// @param other what all else adds: special tokens, punctuation, and what the template puts around
public record CosineShares(List<TermShare> terms, double other) {
  public CosineShares {
    terms = List.copyOf(terms);
  }
}
