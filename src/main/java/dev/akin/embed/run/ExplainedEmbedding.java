package dev.akin.embed.run;

import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// An embedded text that can say how much each of its terms adds to a cosine.
///
/// The mean of token states has the direction of their sum. So its cosine with a unit vector x is
/// the sum over all tokens of (state · x) / |sum of all states|, which is the share of each token.
/// A term is a word; its share is the sum of the shares of its tokens, wherever they stand. If the
/// title has a vector of its own, its tokens are there twice, as [PooledPasses] adds them up.
///
/// Immutable, safe for use by many threads.
public final class ExplainedEmbedding {
  private final EmbeddedText embedded;
  private final SequencedMap<String, float[]> terms;
  private final float @Nullable [] other;
  private final double length;

  /// @param pooled without terms if the model does not pool by the mean
  ExplainedEmbedding(EmbeddedText embedded, PooledPasses pooled) {
    this.embedded = embedded;
    this.terms = pooled.terms();
    this.other = pooled.hasTerms() ? pooled.otherTerms() : null;
    float[] vector = pooled.vector();
    this.length = Math.sqrt(Cosine.dot(vector, vector));
  }

  /// The embedded text.
  public EmbeddedText embedded() {
    return embedded;
  }

  /// Whether cosines with it can be explained: only if it has a direction and its model pools by
  /// the mean.
  public boolean hasShares() {
    return other != null && embedded.embedding() != null;
  }

  /// The shares of the terms in the cosine of the text and `compared`. Terms after the place where
  /// the text was cut off have no share.
  ///
  /// @throws IllegalArgumentException if `compared` is of another space
  /// @throws IllegalStateException if it has no shares
  public CosineShares shares(Embedding compared) {
    if (other == null || embedded.embedding() == null) {
      throw new IllegalStateException("cosines with this text cannot be explained");
    }
    embedded.sentences().space().requireSame(compared.space());
    float[] unit = compared.toArray();
    SequencedMap<String, Double> shares = new LinkedHashMap<>();
    terms.forEach((term, sum) -> shares.put(term, share(sum, unit)));
    return new CosineShares(shares, share(other, unit));
  }

  private double share(float[] sum, float[] unit) {
    return Cosine.dot(sum, unit) / length;
  }
}
