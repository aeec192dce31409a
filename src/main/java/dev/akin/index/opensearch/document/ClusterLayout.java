package dev.akin.index.opensearch.document;

import dev.akin.index.record.IndexFields;
import dev.akin.index.word.AnalyzedText;
import dev.akin.index.word.Analyzers;
import dev.akin.vector.Space;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The settings and the mapping of an index in a cluster. As in Lucene's there are three kinds of
/// documents:
///
/// - A *paper* has its [IndexFields#ID], the fields of filters and word search, and its bytes. If
///   it has a text, it has the key of the text in [#TEXT]. If no other paper has that text, it also
///   has the vectors.
/// - A *shared text* is one that several papers have: only the vectors, because copies of a vector
///   would make other papers unreachable in the graph.
/// - A *tombstone* has the id of a paper that was deleted permanently, in [#TOMBSTONE].
///
/// What has *vectors* has the key of the text in [#KEY], a vector of each model in `vector0`,
/// `vector1` and so on, the same as bytes in `coordinates0` and so on, and the sentences in
/// [#SENTENCES].
///
/// akin analyzes the words; the cluster splits them at spaces ([AnalyzedText]). Vectors have the
/// length 1, so that the inner product, which has the score 1 + cosine or 1 / (1 - cosine), is the
/// cosine. Bytes are read as doc values: `_source`, which would have the vectors once more as text,
/// is not stored.
///
/// Nothing is visible to searches before a commit refreshes the index.
///
/// @hidden public for its own room only
public final class ClusterLayout {
  /// The key of a text, on the document that has its vectors.
  public static final String KEY = "key";

  /// The key of a paper's text, also if others have it.
  public static final String TEXT = "text";

  /// The id of a paper that was deleted permanently.
  public static final String TOMBSTONE = "tombstone";

  /// The sentences of a text, as [dev.akin.vector.SentenceEmbeddings] writes them.
  public static final String SENTENCES = "sentences";

  /// How many words title and abstract have; absent if none.
  public static final String WORDS_LENGTH = "wordsLength";

  /// How many words the title has; absent if none.
  public static final String TITLE_LENGTH = "titleLength";

  /// The year of the first day.
  public static final String YEAR = "year";

  /// A number from 0 that chance draws for a paper, always the same, to take a share of papers.
  public static final String CHANCE = "chance";

  /// Numbers of [#CHANCE] are smaller.
  public static final int CHANCES = 1 << 20;

  /// The number of the commit that wrote the document.
  public static final String COMMIT = "commit";

  private static final String VECTOR = "vector";
  private static final String COORDINATES = "coordinates";
  private static final String WORDS_ANALYZER = "analyzed";
  private static final String HOLES = "holes";
  private static final String SPACES = "spaces";
  private static final int MAX_WORD_CHARS = 1_000;

  /// Found whole, and counted or sorted.
  private static final List<String> COUNTED =
      List.of(
          IndexFields.ID,
          TEXT,
          KEY,
          TOMBSTONE,
          IndexFields.FORM,
          IndexFields.CATEGORY,
          IndexFields.CATEGORY_COUNT,
          IndexFields.LANGUAGE,
          IndexFields.LANGUAGE_COUNT,
          IndexFields.WORDS_IN,
          IndexFields.KNOWN_BY,
          IndexFields.AUTHOR_TYPED,
          IndexFields.TITLE_KEY,
          IndexFields.ACCESS,
          IndexFields.COLLECTION,
          IndexFields.SOURCE);

  /// Only found whole.
  private static final List<String> FOUND =
      List.of(IndexFields.ID_LOWER, IndexFields.ALIAS, IndexFields.NAME, IndexFields.AUTHOR_NAME);

  private static final List<String> NUMBERS =
      List.of(
          IndexFields.FIRST_DAY,
          IndexFields.LAST_DAY,
          IndexFields.EMBARGO_END,
          YEAR,
          CHANCE,
          WORDS_LENGTH,
          TITLE_LENGTH);

  private static final List<String> BYTES =
      List.of(IndexFields.RECORD, IndexFields.ROLES, IndexFields.TITLE_PAGE, SENTENCES);

  private ClusterLayout() {}

  /// The field of the vectors by one model, which are searched.
  ///
  /// @param column the index of the model among the models of the index, from 0
  public static String vector(int column) {
    return VECTOR + column;
  }

  /// The field of the same vectors as bytes, which are read: floats, the lowest byte first.
  public static String coordinates(int column) {
    return COORDINATES + column;
  }

  /// What creating an index takes.
  ///
  /// @param meta the facts about the index
  public static ObjectNode of(LayoutOptions options, List<Space> spaces, ObjectNode meta) {
    ObjectNode layout = JsonNodeFactory.instance.objectNode();
    putSettings(layout.putObject("settings"), options);
    ObjectNode mappings = layout.putObject("mappings");
    mappings.put("dynamic", "strict");
    mappings.putObject("_source").put("enabled", false);
    mappings.set("_meta", meta);
    putFields(mappings.putObject("properties"), options, spaces);
    return layout;
  }

  private static void putSettings(ObjectNode settings, LayoutOptions options) {
    settings.put("index.knn", true);
    settings.put("number_of_shards", options.shards());
    settings.put("number_of_replicas", options.replicas());
    settings.put("refresh_interval", "-1");
    // What is deleted is gone when a purge has ended.
    settings.put("merge.policy.expunge_deletes_allowed", 0);
    ObjectNode analysis = settings.putObject("analysis");
    ObjectNode spaces = analysis.putObject("tokenizer").putObject(SPACES);
    spaces.put("type", "whitespace").put("max_token_length", MAX_WORD_CHARS);
    ObjectNode holes = analysis.putObject("filter").putObject(HOLES);
    holes.put("type", "stop").putArray("stopwords").add(AnalyzedText.HOLE);
    ObjectNode analyzer = analysis.putObject("analyzer").putObject(WORDS_ANALYZER);
    analyzer.put("type", "custom").put("tokenizer", SPACES).putArray("filter").add(HOLES);
  }

  private static void putFields(ObjectNode fields, LayoutOptions options, List<Space> spaces) {
    COUNTED.forEach(field -> fields.putObject(field).put("type", "keyword"));
    FOUND.forEach(field -> fields.putObject(field).put("type", "keyword").put("doc_values", false));
    NUMBERS.forEach(field -> fields.putObject(field).put("type", "integer"));
    fields.putObject(COMMIT).put("type", "long");
    BYTES.forEach(field -> putBytes(fields, field));
    putWords(fields, IndexFields.WORDS, Analyzers.TEXT_GAP);
    putWords(fields, IndexFields.TITLE_WORDS, Analyzers.TEXT_GAP);
    putWords(fields, IndexFields.AUTHOR_WORDS, Analyzers.AUTHOR_GAP);
    for (int column = 0; column < spaces.size(); column++) {
      putBytes(fields, coordinates(column));
      putVector(fields.putObject(vector(column)), spaces.get(column).dimension(), options);
    }
  }

  private static void putBytes(ObjectNode fields, String field) {
    fields.putObject(field).put("type", "binary").put("doc_values", true);
  }

  private static void putWords(ObjectNode fields, String field, int gap) {
    ObjectNode words = fields.putObject(field);
    words.put("type", "text").put("analyzer", WORDS_ANALYZER).put("position_increment_gap", gap);
  }

  private static void putVector(ObjectNode vector, int dimension, LayoutOptions options) {
    vector.put("type", "knn_vector").put("dimension", dimension);
    ObjectNode method = vector.putObject("method");
    method.put("name", "hnsw").put("engine", "lucene").put("space_type", "innerproduct");
    ObjectNode parameters = method.putObject("parameters");
    parameters.put("m", options.links()).put("ef_construction", options.buildBeam());
  }
}
