package dev.akin.recommend.rank;

import dev.akin.recommend.query.LoadedPapers;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.List;

/// Orders works by maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): the next work
/// is the one with the greatest `(1 - d) relevance - d likeness`. Relevance is the score, scaled to
/// 0..1 over all works; likeness is the greatest cosine to a work before it, or 0.
///
/// @param share d, above 0 to 1
record Diversity(LoadedPapers papers, double share) {
  /// A work that has no place yet; its likeness grows.
  private static final class Remaining {
    private final WorkGroup line;
    private final List<Embedding> embeddings;
    private final double relevance;
    private double likeness;

    Remaining(WorkGroup line, List<Embedding> embeddings, double relevance) {
      this.line = line;
      this.embeddings = embeddings;
      this.relevance = relevance;
    }

    void comesAfter(Remaining other) {
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
    List<Remaining> remaining = remaining(lines);
    List<WorkGroup> ordered = new ArrayList<>();
    while (!remaining.isEmpty()) {
      Remaining next = remaining.getFirst();
      for (Remaining other : remaining) {
        next = other.value(share) > next.value(share) ? other : next;
      }
      remaining.remove(next);
      ordered.add(next.line);
      for (Remaining other : remaining) {
        other.comesAfter(next);
      }
    }
    return ordered;
  }

  private List<Remaining> remaining(List<WorkGroup> lines) {
    double most = lines.stream().mapToDouble(Diversity::score).max().orElse(0);
    double least = lines.stream().mapToDouble(Diversity::score).min().orElse(0);
    papers.loadEmbeddings(lines.stream().map(WorkGroup::number).toList());
    List<Remaining> remaining = new ArrayList<>();
    for (WorkGroup line : lines) {
      double relevance = most > least ? (score(line) - least) / (most - least) : 1;
      remaining.add(new Remaining(line, papers.embeddings(line.number()), relevance));
    }
    return remaining;
  }

  private static double score(WorkGroup line) {
    return line.candidate().score();
  }
}
