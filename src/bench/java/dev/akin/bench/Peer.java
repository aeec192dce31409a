package dev.akin.bench;

import dev.akin.vector.Cosine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// A way to embed the texts, and its turns.
///
/// @param name for its line
/// @param embed all texts once
/// @param turns done so far
/// @param beside the bare loop's turns, one right before each of them
record Peer(String name, Callable<Turn> embed, List<Turn> turns, List<Turn> beside) {
  Peer(String name, Callable<Turn> embed) {
    this(name, embed, new ArrayList<>(), new ArrayList<>());
  }

  void takeTurn(Peer bare) throws Exception {
    beside.add(bare.embed.call());
    turns.add(embed.call());
  }

  double tokensPerSecond() {
    return Rates.median(rates(turns));
  }

  /// To the bare loop.
  double ratio() {
    return Rates.ratio(rates(turns), rates(beside));
  }

  private static double[] rates(List<Turn> turns) {
    return turns.stream().mapToDouble(Turn::tokensPerSecond).toArray();
  }

  /// The mean cosine of its vectors to those of another.
  double cosine(Peer other) {
    List<float[]> vectors = turns.getLast().vectors();
    List<float[]> others = other.turns.getLast().vectors();
    if (vectors.size() != others.size()) {
      throw new IllegalStateException(
          name + " has " + vectors.size() + " vectors for " + others.size() + " texts");
    }
    double sum = 0;
    for (int i = 0; i < vectors.size(); i++) {
      sum += cosine(vectors.get(i), others.get(i));
    }
    return sum / vectors.size();
  }

  private static double cosine(float[] a, float[] b) {
    return Cosine.dot(a, b) / Math.sqrt(Cosine.dot(a, a) * Cosine.dot(b, b));
  }
}
