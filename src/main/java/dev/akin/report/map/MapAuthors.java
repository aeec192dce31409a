package dev.akin.report.map;

import dev.akin.report.corpus.Corpus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// The authors of papers, each name once: `names`, `authors` of each paper as places in it, the
/// first [#MAX_AUTHORS] of them, and in `more` how many others those papers have that have others.
final class MapAuthors {
  /// The authors of one paper that are on the page.
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
