package dev.akin.embed.run;

import dev.akin.embed.token.TextTerms;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A text that was embedded and can say which of its terms a cosine comes from.
///
/// The mean of token states has the direction of their sum, so its cosine with a unit vector x is
/// the sum over all tokens of (state · x) / |sum of all states|: each token's share in it. A term
/// is a word; the shares of its tokens, wherever it stands, are added up.
///
/// Immutable, safe for use by many threads.
public final class ExplainedEmbedding {
  private final EmbeddedText embedded;
  private final List<String> terms;
  private final float[][] sums;
  private final double length;

  /// @param terms those of the tokens that were pooled; [TextTerms#NONE] if their mean was not
  ///   taken
  ExplainedEmbedding(EmbeddedText embedded, TextTerms terms, PooledText pooled) {
    this.embedded = embedded;
    this.terms = terms.names();
    this.sums = pooled.terms();
    this.length = Math.sqrt(Cosine.dot(pooled.vector(), pooled.vector()));
  }

  /// What became of the text.
  public EmbeddedText embedded() {
    return embedded;
  }

  /// Whether cosines with it can be taken apart: not if its model pools otherwise than by the mean,
  /// nor if it has no direction.
  public boolean hasShares() {
    return sums.length > 0 && embedded.embedding() != null;
  }

  /// Takes the cosine of the text and `other` apart. Terms that the model did not see, because the
  /// text was cut off before them, are not in it.
  ///
  /// @throws IllegalArgumentException if `other` is of another space
  /// @throws IllegalStateException if it has no shares
  public CosineShares shares(Embedding other) {
    if (!hasShares()) {
      throw new IllegalStateException("cosines with this text cannot be taken apart");
    }
    embedded.sentences().space().requireSame(other.space());
    float[] unit = other.toArray();
    SequencedMap<String, Double> shares = new LinkedHashMap<>();
    for (int term = 0; term < terms.size(); term++) {
      shares.put(terms.get(term), share(term, unit));
    }
    return new CosineShares(shares, share(terms.size(), unit));
  }

  private double share(int term, float[] unit) {
    return Cosine.dot(sums[term], unit) / length;
  }
}
