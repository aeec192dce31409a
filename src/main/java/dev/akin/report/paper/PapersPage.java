package dev.akin.report.paper;

import dev.akin.base.Printable;
import dev.akin.base.Resources;
import dev.akin.report.data.PaperData;
import dev.akin.report.data.PaperOrder;
import dev.akin.report.page.Html;
import dev.akin.report.page.ReportPages;
import dev.akin.report.topic.Topic;
import dev.akin.report.topic.Topics;
import dev.akin.write.table.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The page `papers.html`, on which every paper of the report can be read: `papers.html#ID` shows a
/// paper with its abstract, its nearest papers, its topic and its versions, `papers.html#topic=ID`
/// the papers of a topic. What it shows is in the report's [PaperData].
///
/// @hidden public for its own room only
public final class PapersPage {
  public static final String FILE = "papers.html";

  private final PaperData data;
  private final PaperOrder order;
  private final Topics topics;

  public PapersPage(PaperData data, PaperOrder order, Topics topics) {
    this.data = data;
    this.order = order;
    this.topics = topics;
  }

  /// What the nearest papers are, in a sentence that all pages of papers have.
  ///
  /// @param neighbors maximum number of nearest papers
  static String note(int neighbors) {
    return (neighbors == 1 ? "The paper" : "The " + neighbors + " papers")
        + " with the highest cosine, the number beside each: 1 for equal texts. Every version of a"
        + " work counts. akin related and the service may list other papers: they also compare"
        + " words, leave out what is too far, and show one version of a work.";
  }

  /// Writes the page.
  ///
  /// @param neighbors maximum number of nearest papers
  public void write(Path folder, int neighbors, Provenance provenance) throws IOException {
    ReportPages pages = new ReportPages();
    String script =
        "\n" + PaperData.script() + "\n" + Resources.text(PapersPage.class, "papers-page.js");
    String style = ReportPages.style() + Resources.text(PapersPage.class, "papers.css");
    ObjectNode view = order.json();
    view.put("neighbors", neighbors);
    ArrayNode first = view.putArray("firstIds");
    data.firstIds().forEach(first::add);
    ArrayNode list = view.putArray("topics");
    for (Topic topic : topics.list()) {
      list.addObject()
          .put("id", topic.id())
          .put("label", topic.label())
          .put("language", topic.language())
          .put("papers", topic.papers().size());
    }
    String count = Printable.count(view.path("size").asInt(), "paper");
    Files.writeString(
        folder.resolve(FILE),
        pages.fill(
            "papers.mustache",
            Map.of(
                "title",
                "Papers",
                "root",
                "",
                "policy",
                ReportPages.policyWithData(script, style),
                "style",
                style,
                "provenance",
                provenance,
                "count",
                count,
                "note",
                note(neighbors),
                "data",
                Html.inScript(view),
                "script",
                script)));
  }
}
