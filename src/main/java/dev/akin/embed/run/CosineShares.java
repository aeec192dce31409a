package dev.akin.embed.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The parts of a cosine: the shares of `terms` and `other` add up to it.
///
/// @param terms each term in lower case, with what it adds to the cosine; negative if it lowers it.
///   In the order of the text
/// @param other what all else adds: special tokens, punctuation, the template
public record CosineShares(SequencedMap<String, Double> terms, double other) {
  public CosineShares {
    terms = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(terms));
  }
}
