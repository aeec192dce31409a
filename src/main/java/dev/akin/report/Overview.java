package dev.akin.report;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.map.KeptNeighbors;
import dev.akin.report.page.ReportPages;
import dev.akin.report.paper.PaperFileNames;
import dev.akin.report.paper.PaperPages;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.LanguageGroup;
import dev.akin.report.topic.Topic;
import dev.akin.write.table.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The first page of a report, `index.html`, and the same numbers for programs, `report.json`.
///
/// @param pages links to the pages of single papers
/// @param extras which files were asked for
record Overview(
    ReportSummary summary,
    CorpusTopics found,
    List<PageLink> pages,
    Set<ReportOptions.Extra> extras,
    Provenance provenance) {
  /// The file for programs.
  static final String DATA = "report.json";

  private static final int MAX_TOPICS = 12;

  /// A link to the page of a paper.
  record PageLink(String href, String title) {}

  /// A topic in the list of the largest.
  ///
  /// @param size the number of its papers, in words
  record TopicLine(int id, String label, String size) {}

  /// Writes both files.
  static void write(
      Path folder,
      ReportSummary summary,
      CorpusTopics found,
      List<Integer> asked,
      Set<ReportOptions.Extra> extras,
      Provenance provenance)
      throws IOException {
    Corpus corpus = found.corpus();
    Map<PaperId, String> names = PaperFileNames.of(asked.stream().map(corpus::id).toList());
    Overview overview =
        new Overview(
            summary,
            found,
            asked.stream()
                .map(corpus::paper)
                .map(paper -> link(names.get(paper.id()), paper))
                .distinct()
                .toList(),
            extras,
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
    return Printable.count(summary.papers(), "paper");
  }

  @Nullable String withoutText() {
    int count = summary.withoutText();
    return count == 0
        ? null
        : Printable.count(count, "paper")
            + (count == 1 ? " has" : " have")
            + " no text and no neighbors.";
  }

  /// Which papers are on the map; absent if all that have a text.
  @Nullable String sample() {
    return summary.sample() == null
        ? null
        : String.format(
            Locale.ROOT,
            "The map shows a random sample of %,d of the papers. Topics were found among these; every"
                + " other paper is in the topic of its neighbors. The tables have all papers.",
            summary.sample());
  }

  /// How many papers are in languages that the model does not know; absent if none are.
  @Nullable String languages() {
    String sentence = LanguageGroup.sentence(found.languages());
    return sentence.isEmpty() ? null : sentence;
  }

  String pairs() {
    return Printable.count(summary.pairs(), "pair");
  }

  String neighbors() {
    String count = String.valueOf(provenance.options().get("neighbors"));
    return count.equals("1") ? "nearest paper" : count + " nearest papers";
  }

  @Nullable String recall() {
    return summary.recall() == null
        ? null
        : String.format(Locale.ROOT, "%.2f\u00a0%%", 100 * summary.recall());
  }

  boolean hasGraphs() {
    return extras.contains(ReportOptions.Extra.GRAPHS);
  }

  boolean hasNeighborsCsv() {
    return extras.contains(ReportOptions.Extra.NEIGHBORS_CSV);
  }

  String works() {
    return hasWorks() ? summary.works().line() : "No duplicates found";
  }

  boolean hasWorks() {
    return summary.works().works() + summary.works().errata() > 0;
  }

  String topics() {
    return Printable.count(summary.topics(), "topic");
  }

  /// Whether there is a page that compares with an earlier report.
  boolean hasComparison() {
    return found.before() != null;
  }

  /// Whether any paper is on the map.
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
            "Of the ten papers nearest to a paper, %.0f\u00a0%% are among its ten nearest on the"
                + " map, and %.0f\u00a0%% among its hundred nearest.",
            100 * kept.ofTen(),
            100 * kept.ofHundred());
  }

  List<TopicLine> largest() {
    return found.topics().subjects().stream().limit(MAX_TOPICS).map(Overview::line).toList();
  }

  private static TopicLine line(Topic topic) {
    return new TopicLine(
        topic.id(), topic.label(), Printable.count(topic.papers().size(), "paper"));
  }

  private ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("provenance", provenance.json());
    node.put("papers", summary.papers())
        .put("withoutText", summary.withoutText())
        .put("pairs", summary.pairs())
        .put("works", summary.works().works())
        .put("errata", summary.works().errata())
        .put("topics", summary.topics())
        .put("inNoTopic", summary.outside())
        .put(
            "inUnknownLanguage",
            found.languages().stream().mapToInt(topic -> topic.papers().size()).sum());
    if (summary.sample() != null) {
      node.put("sample", summary.sample());
    }
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
