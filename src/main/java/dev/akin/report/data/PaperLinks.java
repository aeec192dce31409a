package dev.akin.report.data;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.RowPaper;
import dev.akin.write.text.WebLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The addresses of papers in few bytes. `links` has one entry for each paper: null if it has no
/// address; the address itself; or, if the address contains the paper's id, a number. This is the
/// place in `forms` of the text before and the text after the id.
final class PaperLinks {
  private final Corpus corpus;
  private final int[] rows;

  PaperLinks(Corpus corpus, int[] rows) {
    this.corpus = corpus;
    this.rows = rows;
  }

  void write(JsonGenerator json) {
    Map<List<String>, Integer> forms = new LinkedHashMap<>();
    json.writeArrayPropertyStart("links");
    for (RowPaper each : corpus.inOrder(rows)) {
      write(json, WebLink.of(each.paper()), each.paper().id().value(), forms);
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("forms");
    for (List<String> form : forms.keySet()) {
      json.writeStartArray();
      form.forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void write(
      JsonGenerator json, @Nullable String link, String id, Map<List<String>, Integer> forms) {
    int at = link == null ? -1 : link.lastIndexOf(id);
    if (link == null) {
      json.writeNull();
    } else if (at < 0) {
      json.writeString(link);
    } else {
      List<String> form = List.of(link.substring(0, at), link.substring(at + id.length()));
      json.writeNumber(forms.computeIfAbsent(form, _ -> forms.size()));
    }
  }
}
