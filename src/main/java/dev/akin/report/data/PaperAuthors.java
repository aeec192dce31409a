package dev.akin.report.data;

import dev.akin.paper.Paper;
import java.util.ArrayList;
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

  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final List<int[]> authors = new ArrayList<>();
  private final Map<Integer, Integer> more = new LinkedHashMap<>();

  void add(Paper paper) {
    List<String> all = paper.authors();
    if (all.size() > MAX_AUTHORS) {
      more.put(authors.size(), all.size() - MAX_AUTHORS);
    }
    authors.add(
        all.stream()
            .limit(MAX_AUTHORS)
            .mapToInt(author -> names.computeIfAbsent(author, _ -> names.size()))
            .toArray());
  }

  void write(JsonGenerator json) {
    json.writeArrayPropertyStart("authors");
    authors.forEach(of -> json.writeArray(of, 0, of.length));
    json.writeEndArray();
    json.writeArrayPropertyStart("names");
    names.keySet().forEach(json::writeString);
    json.writeEndArray();
    json.writeObjectPropertyStart("more");
    more.forEach((at, others) -> json.writeNumberProperty(Integer.toString(at), others));
    json.writeEndObject();
  }
}
