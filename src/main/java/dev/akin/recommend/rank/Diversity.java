package dev.akin.recommend.rank;

import dev.akin.index.IndexSnapshot;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.List;

/// Orders lines by maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): next comes the
/// one with the most of `(1 - d) relevance - d likeness`. Relevance is the score, scaled to 0..1
/// over the lines; likeness is the greatest cosine to a line that came before, or 0.
///
/// @param share d, above 0 to 1
record Diversity(IndexSnapshot snapshot, double share) {
  /// A line that has not come yet; its likeness grows.
  private static final class Waiting {
    private final WorkGroup line;
    private final List<Embedding> embeddings;
    private final double relevance;
    private double likeness;

    Waiting(WorkGroup line, List<Embedding> embeddings, double relevance) {
      this.line = line;
      this.embeddings = embeddings;
      this.relevance = relevance;
    }

    void comesAfter(Waiting other) {
      if (!embeddings.isEmpty() && !other.embeddings.isEmpty()) {
        double cosine = embeddings.getFirst().cosine(other.embeddings.getFirst());
        likeness = Math.max(likeness, cosine);
      }
    }

    double value(double share) {
      return (1 - share) * relevance - share * likeness;
    }
  }

  /// @param lines best first
  List<WorkGroup> order(List<WorkGroup> lines) {
    List<Waiting> waiting = waiting(lines);
    List<WorkGroup> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Waiting next = waiting.getFirst();
      for (Waiting other : waiting) {
        next = other.value(share) > next.value(share) ? other : next;
      }
      waiting.remove(next);
      ordered.add(next.line);
      for (Waiting other : waiting) {
        other.comesAfter(next);
      }
    }
    return ordered;
  }

  private List<Waiting> waiting(List<WorkGroup> lines) {
    double most = lines.stream().mapToDouble(Diversity::score).max().orElse(0);
    double least = lines.stream().mapToDouble(Diversity::score).min().orElse(0);
    List<Waiting> waiting = new ArrayList<>();
    for (WorkGroup line : lines) {
      double relevance = most > least ? (score(line) - least) / (most - least) : 1;
      waiting.add(new Waiting(line, snapshot.embeddings(line.candidate().paper()), relevance));
    }
    return waiting;
  }

  private static double score(WorkGroup line) {
    return line.candidate().score();
  }
}
