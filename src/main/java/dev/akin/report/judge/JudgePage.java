package dev.akin.report.judge;

import dev.akin.base.Resources;
import dev.akin.base.Sha256;
import dev.akin.index.store.IndexInfo;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.report.page.Html;
import dev.akin.report.page.ReportPages;
import dev.akin.vector.Space;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The page on which people judge: one file for any browser. Which list is whose stands in it as
/// Base64, so that nobody reads it by accident; the page decodes it when the result is shown. Its
/// content security policy allows only its own script and style.
///
/// @param other the name of the other system
/// @param pairs in the order in which they are judged
/// @param identical how many papers are not shown because both lists are the same
/// @param seed of the sides
record JudgePage(String other, List<ListPair> pairs, int identical, long seed) {
  private static final String AKIN = "akin";
  private static final int KEY_BYTES = 8;

  JudgePage {
    pairs = List.copyOf(pairs);
  }

  /// @param akin its version
  String html(String akin, IndexInfo index) {
    String data = data(index);
    String script = "\n" + ReportPages.savingScript() + Resources.text(JudgePage.class, "judge.js");
    String style = "\n" + ReportPages.style() + Resources.text(JudgePage.class, "judge.css");
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("policy", ReportPages.policy(script, style));
    view.put("style", style);
    view.put("script", script);
    view.put("data", data);
    view.put("source", source(akin, index));
    return new ReportPages().fill("judge.mustache", view);
  }

  private String source(String akin, IndexInfo index) {
    String models = index.spaces().stream().map(Space::model).collect(Collectors.joining(","));
    return "akin %s · model %s · build %s · commit %d · seed %d"
        .formatted(akin, models, index.build(), index.commit(), seed);
  }

  /// The lists, for a script. A text in it cannot end the script.
  private String data(IndexInfo index) {
    List<Boolean> akinFirst = sides();
    ObjectNode data = JsonMapper.shared().createObjectNode();
    data.put("identical", identical);
    data.put("solution", solution(akinFirst));
    ArrayNode papers = data.putArray("papers");
    for (int at = 0; at < pairs.size(); at++) {
      papers.add(json(pairs.get(at), akinFirst.get(at)));
    }
    data.put("key", Sha256.hex(index.build() + data, KEY_BYTES));
    return Html.inScript(data);
  }

  /// Whether akin's list is the first, for each paper: half of them, in a random order.
  private List<Boolean> sides() {
    List<Boolean> sides = new ArrayList<>();
    for (int at = 0; at < pairs.size(); at++) {
      sides.add(at % 2 == 0);
    }
    Collections.shuffle(sides, new Random(seed));
    return sides;
  }

  private String solution(List<Boolean> akinFirst) {
    ObjectNode solution = JsonMapper.shared().createObjectNode();
    solution.putArray("systems").add(AKIN).add(other);
    ArrayNode first = solution.putArray("first");
    akinFirst.forEach(akin -> first.add(akin ? 0 : 1));
    return Base64.getEncoder().encodeToString(solution.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode json(ListPair pair, boolean akinFirst) {
    ObjectNode node = json(pair.paper()).put("id", pair.paper().id().value());
    Set<PaperId> both = ids(pair.akin());
    both.retainAll(ids(pair.other()));
    ArrayNode lists = node.putArray("lists");
    for (List<Paper> list :
        akinFirst ? List.of(pair.akin(), pair.other()) : List.of(pair.other(), pair.akin())) {
      ArrayNode papers = lists.addArray();
      list.forEach(paper -> papers.add(json(paper).put("both", both.contains(paper.id()))));
    }
    return node;
  }

  private static Set<PaperId> ids(List<Paper> papers) {
    return papers.stream().map(Paper::id).collect(Collectors.toCollection(HashSet::new));
  }

  private static ObjectNode json(Paper paper) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("title", paper.titleOrId())
        .put("authors", String.join(", ", paper.authors()))
        .put("year", paper.date() == null ? "" : Integer.toString(paper.date().year()))
        .put("abstract", paper.abstractText());
  }
}
