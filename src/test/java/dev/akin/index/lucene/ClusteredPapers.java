package dev.akin.index.lucene;

import dev.akin.Seed;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/// Random papers in clusters, with a plain loop that finds the nearest. Their categories select one
/// half, one tenth and one hundredth of them.
final class ClusteredPapers {
  static final Space SPACE = Space.of("clusters", 32, Map.of("weights", "none"));
  private static final int CLUSTERS = 50;
  private static final float SPREAD = 0.6f;

  private final Random random;
  private final List<Embedding> centers = new ArrayList<>();
  private final Map<Paper, Embedding> papers = new LinkedHashMap<>();

  ClusteredPapers(long seed, int count) {
    random = Seed.fixed(seed);
    for (int i = 0; i < CLUSTERS; i++) {
      centers.add(Samples.random(SPACE, random));
    }
    for (int i = 0; i < count; i++) {
      papers.put(paper("p%05d".formatted(i)), near(centers.get(random.nextInt(CLUSTERS))));
    }
  }

  private Paper paper(String id) {
    List<String> categories = new ArrayList<>(List.of("all"));
    addOneIn(2, "half", categories);
    addOneIn(10, "tenth", categories);
    addOneIn(100, "hundredth", categories);
    return Samples.about(id, categories.toArray(String[]::new));
  }

  private void addOneIn(int n, String category, List<String> categories) {
    if (random.nextInt(n) == 0) {
      categories.add(category);
    }
  }

  private Embedding near(Embedding center) {
    float[] values = center.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) random.nextGaussian() * SPREAD / (float) Math.sqrt(values.length);
    }
    return Embedding.normalize(SPACE, values);
  }

  Map<Paper, Embedding> papers() {
    return papers;
  }

  /// A point near the papers, but of no paper.
  Embedding query() {
    return near(centers.get(random.nextInt(CLUSTERS)));
  }

  /// The cosine of a paper.
  double cosine(Embedding query, String id) {
    return papers.entrySet().stream()
        .filter(entry -> entry.getKey().id().value().equals(id))
        .mapToDouble(entry -> Cosine.of(query.toArray(), entry.getValue().toArray()))
        .findFirst()
        .orElseThrow();
  }

  /// Computes every cosine.
  List<String> nearest(Embedding query, int count, Predicate<Paper> among) {
    float[] point = query.toArray();
    Map<PaperId, Double> cosines = new LinkedHashMap<>();
    papers.forEach(
        (paper, embedding) -> {
          if (among.test(paper)) {
            cosines.put(paper.id(), Cosine.of(point, embedding.toArray()));
          }
        });
    return cosines.entrySet().stream()
        .sorted(
            Map.Entry.<PaperId, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(count)
        .map(entry -> entry.getKey().value())
        .toList();
  }
}
