package dev.akin.bench.cluster;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// OpenSearch as a program uses it without akin: title, abstract and vector of each paper; for the
/// papers that are related to one it asks for its vector, then for the nearest (`knn`), for what is
/// like its words (`more_like_this`), or for both, whose ranks it adds.
final class PlainOpenSearch {
  private static final int AT_ONCE = 500;
  private static final int BEAM = 64;

  /// Of reciprocal rank fusion.
  private static final int RANKS = 60;

  private static final String LAYOUT =
      """
      {"settings": {"index.knn": true, "number_of_shards": 3, "number_of_replicas": 1,
        "refresh_interval": "-1"},
       "mappings": {"properties": {
        "title": {"type": "text", "analyzer": "english"},
        "abstract": {"type": "text", "analyzer": "english"},
        "vector": {"type": "knn_vector", "dimension": DIMENSION, "method": {"name": "hnsw",
         "engine": "lucene", "space_type": "innerproduct",
         "parameters": {"m": 32, "ef_construction": 200}}}}}}""";

  private final Hosts hosts;
  private final String index;

  PlainOpenSearch(Hosts hosts) {
    this.hosts = hosts;
    this.index = "/" + hosts.name() + "-plain";
  }

  /// Writes papers with their vectors.
  void load(IndexSnapshot from, int[] papers) throws IOException, InterruptedException {
    String dimension = Integer.toString(from.info().spaces().getFirst().dimension());
    hosts.send("PUT", index, LAYOUT.replace("DIMENSION", dimension));
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < papers.length; i++) {
      add(from, papers[i], lines);
      if ((i + 1) % AT_ONCE == 0 || i == papers.length - 1) {
        JsonNode answer = hosts.send("POST", index + "/_bulk", lines.toString());
        if (answer.path("errors").asBoolean()) {
          throw new IllegalStateException(answer.toString());
        }
        lines.setLength(0);
      }
    }
    hosts.send("POST", index + "/_refresh", "");
  }

  private static void add(IndexSnapshot from, int number, StringBuilder lines) {
    Paper paper = from.paper(number);
    ObjectNode action = JsonMapper.shared().createObjectNode();
    action.putObject("index").put("_id", paper.id().value());
    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("title", paper.title()).put("abstract", paper.abstractText());
    for (Embedding embedding : from.embeddings(number)) {
      ArrayNode vector = document.putArray("vector");
      for (float coordinate : embedding.toArray()) {
        vector.add(coordinate);
      }
    }
    lines.append(action).append('\n').append(document).append('\n');
  }

  /// The ids of the papers related to one, best first.
  List<String> related(String id, String mode, int count) throws IOException, InterruptedException {
    List<List<String>> lists = new ArrayList<>();
    if (!mode.equals("lexical")) {
      lists.add(nearest(id));
    }
    if (!mode.equals("semantic")) {
      lists.add(alike(id));
    }
    Map<String, Double> scores = new HashMap<>();
    for (List<String> list : lists) {
      for (int rank = 0; rank < list.size(); rank++) {
        scores.merge(list.get(rank), 1.0 / (RANKS + rank), Double::sum);
      }
    }
    scores.remove(id);
    return scores.keySet().stream()
        .sorted(Comparator.comparingDouble((String each) -> -scores.getOrDefault(each, 0.0)))
        .limit(count)
        .toList();
  }

  private List<String> nearest(String id) throws IOException, InterruptedException {
    ObjectNode find = body(1);
    find.putArray("_source").add("vector");
    find.putObject("query").putObject("ids").putArray("values").add(id);
    JsonNode vector = search(find).path("hits").path("hits").path(0).path("_source").path("vector");
    ObjectNode nearest = body(BEAM);
    ObjectNode knn = nearest.putObject("query").putObject("knn").putObject("vector");
    knn.put("k", BEAM).set("vector", vector);
    return ids(search(nearest));
  }

  private List<String> alike(String id) throws IOException, InterruptedException {
    ObjectNode like = body(BEAM);
    ObjectNode words = like.putObject("query").putObject("more_like_this");
    words.putArray("fields").add("title").add("abstract");
    words.putArray("like").addObject().put("_index", index.substring(1)).put("_id", id);
    return ids(search(like));
  }

  private static ObjectNode body(int size) {
    return JsonMapper.shared().createObjectNode().put("size", size).put("_source", false);
  }

  private JsonNode search(ObjectNode body) throws IOException, InterruptedException {
    return hosts.send("POST", index + "/_search", body.toString());
  }

  private static List<String> ids(JsonNode found) {
    List<String> ids = new ArrayList<>();
    found.path("hits").path("hits").forEach(hit -> ids.add(hit.path("_id").asString()));
    return ids;
  }

  /// The size on disk of a paper without replicas, in bytes.
  long paperBytes() throws IOException, InterruptedException {
    JsonNode primaries =
        hosts.send("GET", index + "/_stats/store,docs", "").path("_all").path("primaries");
    return primaries.path("store").path("size_in_bytes").asLong()
        / Math.max(1, primaries.path("docs").path("count").asLong());
  }
}
