package dev.akin.report.map;

import dev.akin.report.corpus.Corpus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// The authors of papers, as three properties in JSON: `names` has each name once; `authors` has
/// the first 20 authors of each paper as places in `names`; `more` has, for each paper with more
/// authors, how many are left out.
final class MapAuthors {
  /// How many authors of a paper are on the page at most.
  static final int MAX_AUTHORS = 20;

  private final Corpus corpus;
  private final int[] rows;

  MapAuthors(Corpus corpus, int[] rows) {
    this.corpus = corpus;
    this.rows = rows;
  }

  void write(JsonGenerator json) {
    Map<String, Integer> names = new LinkedHashMap<>();
    json.writeArrayPropertyStart("authors");
    for (int row : rows) {
      json.writeStartArray();
      authors(row).stream()
          .limit(MAX_AUTHORS)
          .forEach(author -> json.writeNumber(names.computeIfAbsent(author, _ -> names.size())));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("names");
    names.keySet().forEach(json::writeString);
    json.writeEndArray();
    writeMore(json);
  }

  private void writeMore(JsonGenerator json) {
    json.writeObjectPropertyStart("more");
    for (int point = 0; point < rows.length; point++) {
      int others = authors(rows[point]).size() - MAX_AUTHORS;
      if (others > 0) {
        json.writeNumberProperty(Integer.toString(point), others);
      }
    }
    json.writeEndObject();
  }

  private List<String> authors(int row) {
    return corpus.bare(row).authors();
  }
}
