package dev.akin.index.opensearch.search;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.TextKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Finds the papers whose texts are nearest to a vector.
///
/// The cluster finds texts, with the graph or by comparing all of them. A text that one paper has
/// is in the paper's document; one that several have is replaced by those that pass the filter.
///
/// @param column the index of the query's model among the models of the index, from 0
///
/// @hidden public for its own room only
public record VectorSearch(View view, int column, Deadline deadline) {
  /// The widths of the graph search, as in an index in a folder. k of OpenSearch is the beam, too:
  /// more are asked for than are wanted.
  private static final int[] BEAMS = {64, 128, 256};

  /// The papers nearest to a vector, best first.
  public List<Hit> search(float[] query, int count, NearestOptions options) {
    ObjectNode among = options.filter().isNone() ? null : texts(options.filter());
    List<FoundDocument> found =
        options.method() == NearestOptions.Method.GRAPH
            ? graph(query, count, among)
            : exact(query, count, among);
    return view.best(papersOf(found, options.filter()), count);
  }

  /// Searches the graph for texts.
  ///
  /// @param among the documents that may be found; absent for all
  List<FoundDocument> graph(float[] query, int count, @Nullable ObjectNode among) {
    return found(nearest(query, beam(count), among), count);
  }

  /// Compares all texts.
  ///
  /// @param among the documents that may be found; absent for all
  List<FoundDocument> exact(float[] query, int count, @Nullable ObjectNode among) {
    ObjectNode texts = among == null ? SearchJson.exists(ClusterLayout.KEY) : among;
    return found(compared(query, texts), count);
  }

  private List<FoundDocument> found(ObjectNode query, int count) {
    int most = Math.min(beam(count), Point.MAX_RESULTS);
    return view.point().found(Point.body(query, most), deadline);
  }

  /// All of `papers` that have a text, the nearest first.
  public List<Hit> among(float[] query, int[] papers) {
    Map<TextKey, List<Integer>> byText = view.numbers().byText(papers);
    Map<Integer, Double> cosines = new HashMap<>();
    List<TextKey> keys = List.copyOf(byText.keySet());
    for (int from = 0; from < keys.size(); from += Point.PAGE) {
      List<TextKey> some = keys.subList(from, Math.min(keys.size(), from + Point.PAGE));
      // A crash may have left the vectors of a text twice.
      ObjectNode body = Point.body(compared(query, withVectors(some)), 2 * some.size());
      for (FoundDocument found : view.point().found(body, deadline)) {
        byText
            .getOrDefault(Objects.requireNonNull(found.key()), List.of())
            .forEach(paper -> cosines.put(paper, cosine(found)));
      }
    }
    List<Hit> hits = new ArrayList<>();
    cosines.forEach((paper, cosine) -> hits.add(new Hit(paper, cosine)));
    return view.best(hits, hits.size());
  }

  /// Matches the documents that have the vectors of some texts.
  static ObjectNode withVectors(Collection<TextKey> texts) {
    return SearchJson.terms(ClusterLayout.KEY, texts.stream().map(TextKey::value).toList());
  }

  private int beam(int count) {
    int beam = IntStream.of(BEAMS).filter(each -> each >= count).findFirst().orElse(count);
    return Math.clamp(beam, 1, Math.max(1, view.info().vectors()));
  }

  /// Matches the texts of the papers that pass a filter.
  private ObjectNode texts(Filter filter) {
    ObjectNode own =
        SearchJson.filtered(FilterJson.of(filter), SearchJson.exists(ClusterLayout.KEY));
    List<String> shared = sharedTexts(filter);
    return shared.isEmpty()
        ? own
        : SearchJson.any(List.of(own, SearchJson.terms(ClusterLayout.KEY, shared)));
  }

  /// The texts that several papers have, of which one passes a filter.
  private List<String> sharedTexts(Filter filter) {
    ObjectNode body =
        Point.body(
            new SearchJson.Bool()
                .filter(FilterJson.of(filter))
                .filter(SearchJson.exists(ClusterLayout.TEXT))
                .without(SearchJson.exists(ClusterLayout.KEY))
                .toJson(),
            0);
    body.putObject("aggs")
        .putObject("texts")
        .putObject("terms")
        .put("field", ClusterLayout.TEXT)
        .put("size", SearchJson.MAX_TERMS);
    List<String> texts = new ArrayList<>();
    view.point()
        .search(body, deadline)
        .path("aggregations")
        .path("texts")
        .path("buckets")
        .forEach(bucket -> texts.add(bucket.path("key").asString()));
    return texts;
  }

  /// Searches the graph.
  private ObjectNode nearest(float[] query, int beam, @Nullable ObjectNode filter) {
    ObjectNode search = JsonNodeFactory.instance.objectNode();
    ObjectNode nearest = search.putObject("knn").putObject(ClusterLayout.vector(column));
    put(query, nearest.putArray("vector"));
    nearest.put("k", beam);
    if (filter != null) {
      nearest.set("filter", filter);
    }
    return search;
  }

  /// Compares a vector with all that match.
  private ObjectNode compared(float[] query, ObjectNode among) {
    ObjectNode search = JsonNodeFactory.instance.objectNode();
    ObjectNode score = search.putObject("script_score");
    score.set("query", among);
    ObjectNode script = score.putObject("script");
    script.put("source", "knn_score").put("lang", "knn");
    ObjectNode values = script.putObject("params");
    values.put("field", ClusterLayout.vector(column)).put("space_type", "innerproduct");
    put(query, values.putArray("query_value"));
    return search;
  }

  private static void put(float[] vector, ArrayNode numbers) {
    for (float coordinate : vector) {
      numbers.add(coordinate);
    }
  }

  /// OpenSearch makes positive scores of all products.
  private static double cosine(FoundDocument found) {
    double score = found.hit().path("_score").asDouble();
    return score >= 1 ? score - 1 : 1 - 1 / score;
  }

  private List<Hit> papersOf(List<FoundDocument> found, Filter filter) {
    Map<Integer, Double> cosines = new HashMap<>();
    Map<TextKey, Double> shared = new HashMap<>();
    for (FoundDocument each : found) {
      if (each.paperId() == null) {
        shared.put(Objects.requireNonNull(each.key()), cosine(each));
      } else {
        cosines.put(view.numbers().of(each), cosine(each));
      }
    }
    if (!shared.isEmpty()) {
      List<String> keys = shared.keySet().stream().map(TextKey::value).toList();
      ObjectNode sharing =
          SearchJson.filtered(FilterJson.of(filter), SearchJson.terms(ClusterLayout.TEXT, keys));
      view.point()
          .scan(
              sharing,
              IndexFields.ID,
              List.of(),
              deadline,
              each -> {
                double cosine = shared.getOrDefault(Objects.requireNonNull(each.text()), 0.0);
                cosines.put(view.numbers().of(each), cosine);
              });
    }
    List<Hit> hits = new ArrayList<>();
    cosines.forEach((paper, cosine) -> hits.add(new Hit(paper, cosine)));
    return hits;
  }
}
