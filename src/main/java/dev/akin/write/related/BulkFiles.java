package dev.akin.write.related;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Changed lists as bulk updates of a search engine, in files of up to 50,000 papers. They set the
/// field `akin_related` of each paper to the ids of its related papers, best first, and touch
/// nothing else. A paper that is gone loses the field.
///
/// - `solr-0001.json`: atomic updates. `_version_` is 1, so a paper that Solr does not have is not
///   made.
/// - `opensearch-0001.ndjson`: updates without `upsert`, for the same reason.
final class BulkFiles implements AutoCloseable {
  /// How many papers a file has.
  private static final int MAX_PAPERS = 50_000;

  private static final String FIELD = "akin_related";

  private final Path folder;
  private final int maxPapers;
  private int files;
  private int papers;
  private @Nullable Writer solr;
  private @Nullable Writer openSearch;

  private BulkFiles(Path folder, int maxPapers) {
    this.folder = folder;
    this.maxPapers = maxPapers;
  }

  /// Writes the updates of a folder's `related.jsonl`.
  static void write(Path folder) throws IOException {
    write(folder, MAX_PAPERS);
  }

  /// @param maxPapers how many papers a file has
  static void write(Path folder, int maxPapers) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve(RelatedLists.LINES));
        BulkFiles bulk = new BulkFiles(folder, maxPapers)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        bulk.add(JsonMapper.shared().readTree(line));
      }
    }
  }

  private void add(JsonNode list) throws IOException {
    if (papers % maxPapers == 0) {
      next();
    }
    String id = list.path("id").asString();
    boolean deleted = list.path("deleted").asBoolean(false);
    ArrayNode related = JsonNodeFactory.instance.arrayNode();
    list.path("results").forEach(result -> related.add(result.path("id").asString()));
    ObjectNode update = JsonNodeFactory.instance.objectNode().put("id", id).put("_version_", 1);
    if (deleted) {
      update.putObject(FIELD).putNull("set");
    } else {
      update.putObject(FIELD).set("set", related);
    }
    ObjectNode action = JsonNodeFactory.instance.objectNode();
    action.putObject("update").put("_id", id);
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.putObject("doc").set(FIELD, related);
    if (solr != null && openSearch != null) {
      solr.write((papers % maxPapers == 0 ? "[\n" : ",\n") + update);
      openSearch.write(action + "\n" + document + "\n");
    }
    papers++;
  }

  private void next() throws IOException {
    close();
    files++;
    String number = String.format(Locale.ROOT, "%04d", files);
    solr = Files.newBufferedWriter(folder.resolve("solr-" + number + ".json"));
    openSearch = Files.newBufferedWriter(folder.resolve("opensearch-" + number + ".ndjson"));
  }

  @Override
  public void close() throws IOException {
    if (solr != null) {
      solr.write("\n]\n");
      solr.close();
    }
    if (openSearch != null) {
      openSearch.close();
    }
    solr = null;
    openSearch = null;
  }
}
