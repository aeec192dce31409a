package dev.akin.recommend;

import dev.akin.index.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts meaning and words together: a candidate's closeness plus half of its BM25, each as standard
/// scores over the candidates (z-scores: Renda and Straccia, SAC 2003, found them at least as good
/// as ranks). A candidate without a vector gets the least closeness that one has, one with none of
/// the words a BM25 of 0.
final class Fusion {
  private static final double WORDS = 0.5;

  private Fusion() {}

  /// @param papers the candidates
  /// @param meaning how near they are; may lack some
  /// @param words their BM25; may lack some
  static List<Candidate> fuse(int[] papers, Map<Integer, Aim.Nearness> meaning, List<Hit> words) {
    Map<Integer, Double> near = new HashMap<>();
    meaning.forEach((paper, nearness) -> near.put(paper, nearness.score()));
    Map<Integer, Double> lexical = new HashMap<>();
    words.forEach(hit -> lexical.put(hit.paper(), hit.score()));
    double least = near.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double[] byMeaning = standardized(papers, near, least);
    double[] byWords = standardized(papers, lexical, 0);
    List<Candidate> fused = new ArrayList<>(papers.length);
    for (int i = 0; i < papers.length; i++) {
      Aim.Nearness nearness = meaning.get(papers[i]);
      fused.add(
          new Candidate(
              papers[i],
              nearness == null ? null : nearness.cosine(),
              byMeaning[i] + WORDS * byWords[i]));
    }
    return fused;
  }

  private static double[] standardized(
      int[] papers, Map<Integer, Double> scores, double otherwise) {
    double[] values = new double[papers.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = scores.getOrDefault(papers[i], otherwise);
      sum += values[i];
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = deviation > 0 ? (values[i] - mean) / deviation : 0;
    }
    return values;
  }
}
