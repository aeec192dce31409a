package dev.akin.index.opensearch.build;

import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.SimilarityMeasure;
import dev.akin.vector.Embedding;
import dev.akin.vector.TextVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Random texts and papers of an index in a cluster, to measure how similar they are.
///
/// The cluster draws them by the numbers of their documents and a seed. It draws fewer texts than
/// there are in the embedded index's sample, because each takes two kilobytes on the way.
///
/// @param texts how many distinct texts there are
///
/// @hidden public for its own room only
public record ClusterSample(ClusterLookup lookup, int texts) implements SimilarityMeasure.Sample {
  private static final int MAX_TEXTS = 5_000;

  @Override
  public float[][][] vectors(int count, Random random) {
    return vectors(
        lookup.first(
            shuffled(ClusterLayout.KEY, random), Math.min(MAX_TEXTS, count), vectorFields()));
  }

  @Override
  public List<String> titles(int count, Random random) {
    List<String> titles = new ArrayList<>();
    for (FoundDocument paper :
        lookup.first(shuffled(IndexFields.ID, random), count, IndexFields.RECORD)) {
      titles.add(paper.paper().title());
    }
    return titles;
  }

  /// Matches the documents that have a field, with random scores.
  private static ObjectNode shuffled(String field, Random random) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ObjectNode function = query.putObject("function_score");
    function.set("query", ClusterLookup.exists(field));
    function.putObject("random_score").put("seed", random.nextInt()).put("field", "_seq_no");
    function.put("boost_mode", "replace");
    return query;
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
    List<String> fields = new ArrayList<>(List.of(ClusterLayout.SENTENCES));
    IntStream.range(0, lookup.spaces().size())
        .mapToObj(ClusterLayout::coordinates)
        .forEach(fields::add);
    return fields.toArray(String[]::new);
  }

  private float[][][] vectors(List<FoundDocument> found) {
    float[][][] vectors = new float[found.size()][][];
    for (int i = 0; i < vectors.length; i++) {
      TextVectors text = found.get(i).vectors(lookup.spaces());
      vectors[i] = text.embeddings().stream().map(Embedding::toArray).toArray(float[][]::new);
    }
    return vectors;
  }
}
