package dev.akin.index.opensearch.document;

import dev.akin.index.record.IndexFields;
import dev.akin.index.word.Analyzers;
import dev.akin.vector.Space;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How an index in a cluster is laid out.
///
/// @param shards how many parts the papers are spread over, at least 1
/// @param replicas how many more copies there are of each part, from 0
/// @param connections of a vector in the graph (`m`)
/// @param beam the width of the search that builds the graph (`ef_construction`)
public record IndexLayout(int shards, int replicas, int connections, int beam) {
  /// One shard, which is enough for ten million papers, and one replica.
  public static final IndexLayout DEFAULT = new IndexLayout(1, 1, 32, 200);

  private static final String ANALYZER = "akin";

  /// @throws IllegalArgumentException if a number is too small
  public IndexLayout {
    if (shards < 1 || replicas < 0 || connections < 2 || beam < 1) {
      throw new IllegalArgumentException(
          "an index has at least 1 shard, 0 replicas, 2 connections and a beam of 1");
    }
  }

  /// What OpenSearch is told when the index is made.
  ///
  /// @param spaces of its vectors
  /// @param facts about it
  public ObjectNode toJson(List<Space> spaces, ObjectNode facts) {
    ObjectNode layout = JsonNodeFactory.instance.objectNode();
    ObjectNode index = layout.putObject("settings").putObject("index");
    index.put("knn", true);
    index.put("number_of_shards", shards);
    index.put("number_of_replicas", replicas);
    // Only a commit shows what was written.
    index.put("refresh_interval", "-1");
    putAnalyzer(index.putObject("analysis"));
    ObjectNode mappings = layout.putObject("mappings");
    mappings.put("dynamic", "strict");
    mappings.set("_meta", facts);
    putFields(mappings.putObject("properties"), spaces);
    return layout;
  }

  /// Takes words as akin has split them.
  private static void putAnalyzer(ObjectNode analysis) {
    ObjectNode leftOut = analysis.putObject("filter").putObject("leftOut");
    leftOut.put("type", "stop").putArray("stopwords").add(SplitText.LEFT_OUT);
    ObjectNode akin = analysis.putObject("analyzer").putObject(ANALYZER);
    akin.put("type", "custom").put("tokenizer", "whitespace").putArray("filter").add("leftOut");
  }

  private void putFields(ObjectNode fields, List<Space> spaces) {
    for (String keyword :
        List.of(
            IndexFields.FORM,
            IndexFields.ID,
            IndexFields.ID_LOWER,
            IndexFields.ALIAS,
            IndexFields.NAME,
            IndexFields.TITLE_KEY,
            IndexFields.WORDS_IN,
            IndexFields.KNOWN_BY,
            IndexFields.AUTHOR_NAME,
            IndexFields.AUTHOR_TYPED,
            IndexFields.CATEGORY,
            IndexFields.CATEGORY_COUNT,
            IndexFields.LANGUAGE,
            IndexFields.LANGUAGE_COUNT,
            IndexFields.SOURCE,
            IndexFields.COLLECTION,
            IndexFields.ACCESS,
            PaperJson.TEXT,
            PaperJson.KEY,
            PaperJson.TOMBSTONE)) {
      fields.putObject(keyword).put("type", "keyword");
    }
    for (String number :
        List.of(
            IndexFields.FIRST_DAY,
            IndexFields.LAST_DAY,
            IndexFields.EMBARGO_END,
            PaperJson.YEAR,
            PaperJson.SORT_DAY,
            PaperJson.CHANCE,
            PaperJson.TITLE_LENGTH,
            PaperJson.TEXT_LENGTH)) {
      fields.putObject(number).put("type", "integer");
    }
    for (String bytes :
        List.of(
            IndexFields.RECORD, IndexFields.ROLES, IndexFields.TITLE_PAGE, PaperJson.SENTENCES)) {
      fields.putObject(bytes).put("type", "binary");
    }
    putWords(fields, IndexFields.WORDS, Analyzers.TEXT_GAP);
    putWords(fields, IndexFields.TITLE_WORDS, Analyzers.TEXT_GAP);
    putWords(fields, IndexFields.AUTHOR_WORDS, Analyzers.AUTHOR_GAP);
    for (int column = 0; column < spaces.size(); column++) {
      putVector(fields.putObject(PaperJson.vector(column)), spaces.get(column));
    }
  }

  private static void putWords(ObjectNode fields, String field, int gap) {
    fields
        .putObject(field)
        .put("type", "text")
        .put("analyzer", ANALYZER)
        .put("position_increment_gap", gap);
  }

  private void putVector(ObjectNode field, Space space) {
    field.put("type", "knn_vector").put("dimension", space.dimension());
    ObjectNode method = field.putObject("method");
    method.put("name", "hnsw").put("engine", "lucene").put("space_type", "innerproduct");
    method.putObject("parameters").put("m", connections).put("ef_construction", beam);
  }
}
