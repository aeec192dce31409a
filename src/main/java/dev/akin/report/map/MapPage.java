package dev.akin.report.map;

import dev.akin.base.Resources;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.page.ReportPages;
import dev.akin.write.table.Provenance;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The map as one HTML file that needs no other file and no network. The places of points stand
/// before the script and the titles after it, so the map is painted before the titles are read. The
/// page's content security policy allows only this script and this style, so nothing in a title can
/// run or load anything.
final class MapPage {
  private static final List<String> SCRIPTS =
      List.of(
          "data", "view", "grid", "choice", "draw", "labels", "panel", "nearest", "tip", "address",
          "start");

  private final Corpus corpus;
  private final MapPlan plan;

  MapPage(Corpus corpus, MapPlan plan) {
    this.corpus = corpus;
    this.plan = plan;
  }

  void write(Path file, Provenance provenance) throws IOException {
    ReportPages pages = new ReportPages();
    String script = "\n" + script();
    String style = "\n" + style();
    MapData data = new MapData(corpus, plan);
    Map<String, Object> view =
        Map.of(
            "policy",
            ReportPages.policy(script, style),
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
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(pages.fill("map-head.mustache", view));
      data.writePapers(out);
      out.write("</script>\n</body>\n</html>\n");
    }
  }

  /// The script of the page.
  static String script() {
    return SCRIPTS.stream()
        .map(name -> Resources.text(MapPage.class, name + ".js"))
        .collect(Collectors.joining("\n"));
  }

  /// The style sheet of the page.
  static String style() {
    return ReportPages.style() + Resources.text(MapPage.class, "map.css");
  }
}
