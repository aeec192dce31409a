package dev.akin.report;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.map.KeptNeighbors;
import dev.akin.report.page.Counts;
import dev.akin.report.page.Numbers;
import dev.akin.report.page.ReportPages;
import dev.akin.report.paper.PaperFileNames;
import dev.akin.report.paper.PaperPages;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.Topic;
import dev.akin.write.table.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The first page of a report, `index.html`, and what it says for programs, `report.json`.
///
/// @param pages of single papers
record Overview(
    ReportSummary summary, CorpusTopics found, List<PageLink> pages, Provenance provenance) {
  /// The name of what it says for programs.
  static final String DATA = "report.json";

  private static final int MAX_TOPICS = 12;

  /// A page of a paper.
  record PageLink(String href, String title) {}

  /// Writes both.
  static void write(
      Path folder,
      ReportSummary summary,
      CorpusTopics found,
      List<Integer> asked,
      Provenance provenance)
      throws IOException {
    Corpus corpus = found.corpus();
    Map<PaperId, String> names = PaperFileNames.of(asked.stream().map(corpus::id).toList());
    Overview overview =
        new Overview(
            summary,
            found,
            asked.stream()
                .map(corpus::bare)
                .map(paper -> link(names.get(paper.id()), paper))
                .distinct()
                .toList(),
            provenance);
    Files.writeString(
        folder.resolve("index.html"), new ReportPages().fill("index.mustache", overview));
    Files.writeString(
        folder.resolve(DATA),
        JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(overview.json())
            + "\n");
  }

  private static PageLink link(@Nullable String name, Paper paper) {
    return new PageLink(PaperPages.FOLDER + "/" + name + ".html", paper.titleOrId());
  }

  String title() {
    return "Similarity report";
  }

  String root() {
    return "";
  }

  String papers() {
    return Counts.of(summary.papers(), "paper");
  }

  @Nullable String withoutText() {
    return summary.withoutText() == 0
        ? null
        : String.format(Locale.ROOT, "%,d", summary.withoutText());
  }

  String pairs() {
    return String.format(Locale.ROOT, "%,d", summary.pairs());
  }

  String neighbors() {
    return String.valueOf(provenance.options().get("neighbors"));
  }

  @Nullable String recall() {
    return summary.recall() == null ? null : Numbers.three(summary.recall());
  }

  String works() {
    return Counts.of(summary.works(), "work");
  }

  String topics() {
    return Counts.of(summary.topics(), "topic");
  }

  /// Whether there is anything on the map.
  boolean hasMap() {
    return summary.papers() > summary.withoutText();
  }

  boolean hasPages() {
    return !pages.isEmpty();
  }

  @Nullable String kept() {
    KeptNeighbors kept = summary.kept();
    return kept == null
        ? null
        : String.format(
            Locale.ROOT,
            "Of a paper's ten nearest papers %.0f %% are among the ten nearest to it on the map,"
                + " %.0f %% among the hundred nearest.",
            100 * kept.ofTen(),
            100 * kept.ofHundred());
  }

  List<Topic> largest() {
    return found.topics().list().stream().limit(MAX_TOPICS).toList();
  }

  private ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("provenance", provenance.json());
    node.put("papers", summary.papers())
        .put("withoutText", summary.withoutText())
        .put("pairs", summary.pairs())
        .put("works", summary.works())
        .put("topics", summary.topics())
        .put("inNoTopic", summary.outside());
    if (summary.recall() != null) {
      node.put("recall", summary.recall());
    }
    if (summary.kept() != null) {
      node.put("keptOfTen", thousandths(summary.kept().ofTen()));
      node.put("keptOfHundred", thousandths(summary.kept().ofHundred()));
    }
    return node;
  }

  private static double thousandths(double share) {
    return Math.round(share * 1000) / 1000.0;
  }
}
