package dev.akin.report.data;

import dev.akin.paper.Paper;
import dev.akin.write.text.WebLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The addresses and the DOIs of papers in few bytes. `links` and `dois` have one entry for each
/// paper: null if it has none; the text itself; or, if the text contains the paper's id, a number.
/// This is the place in `forms` of the text before and the text after the id.
final class PaperNames {
  private final List<@Nullable Object> links = new ArrayList<>();
  private final List<@Nullable Object> dois = new ArrayList<>();
  private final Map<List<String>, Integer> forms = new LinkedHashMap<>();

  void add(Paper paper) {
    String id = paper.id().value();
    links.add(formed(WebLink.of(paper), id));
    dois.add(formed(paper.doi(), id));
  }

  private @Nullable Object formed(@Nullable String text, String id) {
    int at = text == null ? -1 : text.lastIndexOf(id);
    if (text == null || at < 0) {
      return text;
    }
    List<String> form = List.of(text.substring(0, at), text.substring(at + id.length()));
    return forms.computeIfAbsent(form, _ -> forms.size());
  }

  void write(JsonGenerator json) {
    json.writePOJOProperty("links", links);
    json.writePOJOProperty("dois", dois);
    json.writePOJOProperty("forms", forms.keySet());
  }
}
