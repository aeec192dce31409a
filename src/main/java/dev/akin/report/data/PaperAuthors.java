package dev.akin.report.data;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.RowPaper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// The authors of papers, as three properties in JSON: `names` has each name once; `authors` has
/// the first 20 authors of each paper as places in `names`; `more` has, for each paper with more
/// authors, how many are left out.
final class PaperAuthors {
  /// How many authors of a paper are on the page at most.
  static final int MAX_AUTHORS = 20;

  private final Corpus corpus;
  private final int[] rows;

  PaperAuthors(Corpus corpus, int[] rows) {
    this.corpus = corpus;
    this.rows = rows;
  }

  void write(JsonGenerator json) {
    Map<String, Integer> names = new LinkedHashMap<>();
    Map<Integer, Integer> more = new LinkedHashMap<>();
    int place = 0;
    json.writeArrayPropertyStart("authors");
    for (RowPaper each : corpus.inOrder(rows)) {
      List<String> authors = each.paper().authors();
      json.writeStartArray();
      authors.stream()
          .limit(MAX_AUTHORS)
          .forEach(author -> json.writeNumber(names.computeIfAbsent(author, _ -> names.size())));
      json.writeEndArray();
      if (authors.size() > MAX_AUTHORS) {
        more.put(place, authors.size() - MAX_AUTHORS);
      }
      place++;
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("names");
    names.keySet().forEach(json::writeString);
    json.writeEndArray();
    json.writeObjectPropertyStart("more");
    more.forEach((at, others) -> json.writeNumberProperty(Integer.toString(at), others));
    json.writeEndObject();
  }
}
