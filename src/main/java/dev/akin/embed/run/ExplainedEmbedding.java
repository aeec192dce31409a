package dev.akin.embed.run;

import dev.akin.embed.token.TextTerms;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// An embedded text that can say how much each of its terms adds to a cosine.
///
/// The mean of token states has the direction of their sum. So its cosine with a unit vector x is
/// the sum over all tokens of (state · x) / |sum of all states|, which is the share of each token.
/// A term is a word; its share is the sum of the shares of its tokens, wherever they stand.
///
/// Immutable, safe for use by many threads.
public final class ExplainedEmbedding {
  private final EmbeddedText embedded;
  private final List<String> terms;
  private final float[][] sums;
  private final double length;

  /// @param terms the terms of the tokens; [TextTerms#NONE] if the model does not pool by the mean
  ExplainedEmbedding(EmbeddedText embedded, TextTerms terms, PooledText pooled) {
    this.embedded = embedded;
    this.terms = terms.names();
    this.sums = pooled.terms();
    this.length = Math.sqrt(Cosine.dot(pooled.vector(), pooled.vector()));
  }

  /// The embedded text.
  public EmbeddedText embedded() {
    return embedded;
  }

  /// Whether cosines with it can be explained: only if it has a direction and its model pools by
  /// the mean.
  public boolean hasShares() {
    return sums.length > 0 && embedded.embedding() != null;
  }

  /// The shares of the terms in the cosine of the text and `other`. Terms after the place where the
  /// text was cut off have no share.
  ///
  /// @throws IllegalArgumentException if `other` is of another space
  /// @throws IllegalStateException if it has no shares
  public CosineShares shares(Embedding other) {
    if (!hasShares()) {
      throw new IllegalStateException("cosines with this text cannot be explained");
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
