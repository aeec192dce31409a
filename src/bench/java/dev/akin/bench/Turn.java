package dev.akin.bench;

import java.util.List;

/// The texts embedded once.
///
/// @param tokens that were read
/// @param vectors in the order of the texts
record Turn(long tokens, double seconds, List<float[]> vectors) {
  /// One that ends now.
  static Turn since(long startNanos, long tokens, List<float[]> vectors) {
    return new Turn(tokens, (System.nanoTime() - startNanos) / 1e9, vectors);
  }

  double tokensPerSecond() {
    return tokens / seconds;
  }
}
