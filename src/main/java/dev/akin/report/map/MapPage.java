package dev.akin.report.map;

import dev.akin.base.Resources;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.data.PaperData;
import dev.akin.report.data.PaperOrder;
import dev.akin.report.page.ReportPages;
import dev.akin.write.table.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The map as an HTML file that needs no network. The places of points stand in it, so the map is
/// painted before titles and abstracts are read from the report's [PaperData]. The page's content
/// security policy allows only this script, the report's own files and this style, so nothing in a
/// title can run or load anything.
final class MapPage {
  private static final List<String> SCRIPTS =
      List.of(
          "data", "view", "grid", "choice", "draw", "labels", "sheet", "panel", "nearest", "tip",
          "address", "start");

  private final Corpus corpus;
  private final MapPlan plan;
  private final PaperOrder order;

  MapPage(Corpus corpus, MapPlan plan, PaperOrder order) {
    this.corpus = corpus;
    this.plan = plan;
    this.order = order;
  }

  void write(Path file, Provenance provenance) throws IOException {
    ReportPages pages = new ReportPages();
    String script = "\n" + script();
    String style = "\n" + style();
    MapData data = new MapData(corpus, plan, order);
    Map<String, Object> view =
        Map.of(
            "policy",
            ReportPages.policyWithData(script, style),
            "provenance",
            provenance,
            "picture",
            "map.svg",
            "files",
            true,
            "caption",
            plan.caption(),
            "style",
            style,
            "points",
            data.points(),
            "data",
            data.topics(),
            "script",
            script);
    Files.writeString(file, pages.fill("map.mustache", view));
  }

  /// The script of the page.
  static String script() {
    return PaperData.script()
        + SCRIPTS.stream()
            .map(name -> "\n" + Resources.text(MapPage.class, name + ".js"))
            .collect(Collectors.joining());
  }

  /// The style sheet of the page.
  static String style() {
    return ReportPages.style() + Resources.text(MapPage.class, "map.css");
  }
}
