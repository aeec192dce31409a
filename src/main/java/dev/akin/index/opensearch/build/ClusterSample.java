package dev.akin.index.opensearch.build;

import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.SimilarityMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Random texts and papers of an index in a cluster, to measure how similar they are: those of
/// papers that follow each other in the order of [ClusterLayout#CHANCE].
///
/// There are fewer texts than in the embedded index's sample, because each takes two kilobytes on
/// the way.
///
/// @param texts how many distinct texts there are
///
/// @hidden public for its own room only
public record ClusterSample(ClusterLookup lookup, int texts)
    implements SimilarityMeasure.SampledIndex {
  private static final int MAX_TEXTS = 5_000;

  @Override
  public float[][][] vectors(int count, Random random) {
    return vectors(drawn(ClusterLayout.KEY, Math.min(MAX_TEXTS, count), random, vectorFields()));
  }

  @Override
  public List<String> titles(int count, Random random) {
    return drawn(IndexFields.ID, count, random, IndexFields.RECORD).stream()
        .map(paper -> paper.paper().title())
        .toList();
  }

  /// Papers that have a field, from a random place on.
  private List<FoundDocument> drawn(String field, int count, Random random, String... fields) {
    int from = random.nextInt(ClusterLayout.CHANCES);
    List<FoundDocument> drawn =
        new ArrayList<>(lookup.byChance(field, from, ClusterLayout.CHANCES, count, fields));
    if (drawn.size() < count) {
      drawn.addAll(lookup.byChance(field, 0, from, count - drawn.size(), fields));
    }
    return drawn;
  }

  @Override
  public float[][][] nearest(float[] vector, int count) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ObjectNode nearest = query.putObject("knn").putObject(ClusterLayout.vector(0));
    for (float number : vector) {
      nearest.withArray("vector").add(number);
    }
    nearest.put("k", count);
    return vectors(lookup.first(query, count, vectorFields()));
  }

  private String[] vectorFields() {
    List<String> fields = new ArrayList<>();
    IntStream.range(0, lookup.spaces().size())
        .mapToObj(ClusterLayout::coordinates)
        .forEach(fields::add);
    return fields.toArray(String[]::new);
  }

  private float[][][] vectors(List<FoundDocument> found) {
    float[][][] vectors = new float[found.size()][lookup.spaces().size()][];
    for (int i = 0; i < vectors.length; i++) {
      for (int column = 0; column < vectors[i].length; column++) {
        vectors[i][column] = found.get(i).coordinates(column);
      }
    }
    return vectors;
  }
}
