package dev.akin.report.topic;

import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.report.corpus.RowPaper;
import dev.akin.report.page.ReportException;
import dev.akin.report.page.ReportPages;
import dev.akin.report.word.TopicLabels.TopicWord;
import dev.akin.vector.NeighborLists;
import dev.akin.write.table.TableColumn;
import dev.akin.write.table.TableFiles;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A report's files about topics: the page `topics.html`, the tables `topics` and `papers`, and
/// [TopicsJson] for the next report.
///
/// @hidden public for its own room only
public final class TopicFiles {
  private static final List<TableColumn> TOPIC_COLUMNS =
      List.of(
          TableColumn.integer("topic"),
          TableColumn.text("label"),
          TableColumn.text("language"),
          TableColumn.integer("papers"),
          TableColumn.number("share"),
          TableColumn.text("words"),
          TableColumn.number("coherence"),
          TableColumn.text("trend"),
          TableColumn.number("shareBefore"),
          TableColumn.number("shareAfter"),
          TableColumn.text("trendYears"),
          TableColumn.text("neighbors"),
          TableColumn.text("neighborLabels"),
          TableColumn.text("papersByYear"),
          TableColumn.text("change"));

  private static final List<TableColumn> PAPER_COLUMNS =
      List.of(
          TableColumn.text("id"),
          TableColumn.text("title"),
          TableColumn.text("authors"),
          TableColumn.integer("year"),
          TableColumn.text("url"),
          TableColumn.text("doi"),
          TableColumn.text("language"),
          TableColumn.integer("topic"),
          TableColumn.text("label"),
          TableColumn.number("centrality"),
          TableColumn.text("nearest"),
          TableColumn.repeated("nearestTitle"),
          TableColumn.number("cosine"),
          TableColumn.integer("outlier"));

  private TopicFiles() {}

  /// Writes the files.
  ///
  /// @throws ReportException if the page or the file for the next report cannot be written
  /// @throws java.io.UncheckedIOException if a table cannot be written
  public static void write(TableFolder tables, CorpusTopics found) {
    Path page = tables.path().resolve("topics.html");
    try {
      Files.writeString(
          page,
          new ReportPages().fill("topics.mustache", TopicsPage.view(found, tables.provenance())));
    } catch (IOException e) {
      throw new ReportException(
          AkinException.Kind.IO, page + ": cannot be written: " + AkinException.reason(e), e);
    }
    writePapers(tables, found);
    writeTopics(tables, found);
    TopicsJson.write(tables.path(), found, tables.provenance());
  }

  private static void writeTopics(TableFolder tables, CorpusTopics found) {
    Map<Integer, String> labels =
        found.topics().list().stream().collect(Collectors.toMap(Topic::id, Topic::label));
    Map<Integer, TopicChange> changes =
        found.changes().stream().collect(Collectors.toMap(TopicChange::id, change -> change));
    try (TableFiles table = tables.sheet("topics", TOPIC_COLUMNS)) {
      for (Topic topic : found.topics().list()) {
        TopicProfile profile = topic.profile();
        Trend trend = profile.trend();
        boolean known = trend.direction() != Trend.Direction.UNKNOWN;
        TopicChange change = changes.get(topic.id());
        table.add(
            topic.id(),
            topic.label(),
            topic.language(),
            topic.papers().size(),
            (double) topic.papers().size() / found.corpus().size(),
            joined(profile.words().stream().map(TopicWord::text).toList()),
            profile.coherence(),
            trend.word(),
            known ? trend.before() : null,
            known ? trend.after() : null,
            joined(trend.years()),
            joined(profile.neighbors().stream().map(near -> "" + near.id()).toList()),
            joined(
                profile.neighbors().stream()
                    .map(near -> labels.getOrDefault(near.id(), ""))
                    .toList()),
            joined(
                profile.years().stream()
                    .filter(year -> year.papers() > 0)
                    .map(year -> year.year() + ":" + year.papers())
                    .toList()),
            change == null ? null : change.words());
      }
    }
  }

  private static String joined(List<String> parts) {
    return String.join("; ", parts);
  }

  private static void writePapers(TableFolder tables, CorpusTopics found) {
    IntFunction<String> titles = found.corpus().titles();
    double[] centralities = centralities(found);
    Map<Integer, Integer> outliers = new HashMap<>();
    for (Outlier outlier : found.outliers()) {
      outliers.put(outlier.row(), outliers.size() + 1);
    }
    NeighborLists lists = found.lists();
    try (TableFiles table = tables.sheet("papers", PAPER_COLUMNS)) {
      for (RowPaper each : found.corpus().inOrder()) {
        int row = each.row();
        Paper paper = each.paper();
        Topic topic = topic(found.topics(), row);
        boolean near = lists.count(row) > 0;
        table.add(
            paper.id().value(),
            paper.title(),
            joined(paper.authors()),
            paper.date() == null ? null : paper.date().year(),
            paper.url(),
            paper.doi(),
            paper.language(),
            topic == null ? null : topic.id(),
            topic == null ? null : topic.label(),
            topic == null ? null : centralities[row],
            near ? found.corpus().id(lists.neighbor(row, 0)).value() : null,
            near ? titles.apply(lists.neighbor(row, 0)) : null,
            near ? lists.cosine(row, 0) : null,
            outliers.get(row));
      }
    }
  }

  private static @Nullable Topic topic(Topics topics, int row) {
    return topics.of(row) < 0 ? null : topics.list().get(topics.of(row));
  }

  private static double[] centralities(CorpusTopics found) {
    double[] of = new double[found.corpus().size()];
    for (Topic topic : found.topics().list()) {
      for (int rank = 0; rank < topic.profile().centralities().size(); rank++) {
        of[topic.papers().get(rank)] = topic.profile().centralities().get(rank);
      }
    }
    return of;
  }
}
