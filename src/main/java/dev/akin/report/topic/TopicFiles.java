package dev.akin.report.topic;

import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.report.corpus.RowPaper;
import dev.akin.report.page.ReportException;
import dev.akin.report.page.ReportPages;
import dev.akin.report.word.TopicLabels.TopicWord;
import dev.akin.vector.NeighborLists;
import dev.akin.write.table.Provenance;
import dev.akin.write.table.TableColumn;
import dev.akin.write.table.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          TableColumn.integer("papers"),
          TableColumn.number("share"),
          TableColumn.text("words"),
          TableColumn.number("coherence"),
          TableColumn.text("trend"),
          TableColumn.number("shareBefore"),
          TableColumn.number("shareAfter"),
          TableColumn.text("trendYears"),
          TableColumn.text("neighbors"),
          TableColumn.text("papersByYear"),
          TableColumn.text("change"));

  private static final List<TableColumn> PAPER_COLUMNS =
      List.of(
          TableColumn.text("id"),
          TableColumn.text("title"),
          TableColumn.integer("year"),
          TableColumn.integer("topic"),
          TableColumn.text("label"),
          TableColumn.number("centrality"),
          TableColumn.text("nearest"),
          TableColumn.number("cosine"),
          TableColumn.integer("outlier"));

  private TopicFiles() {}

  /// Writes the files.
  ///
  /// @param folder an existing folder
  /// @throws ReportException if the page or the file for the next report cannot be written
  /// @throws java.io.UncheckedIOException if a table cannot be written
  public static void write(Path folder, CorpusTopics found, Provenance provenance) {
    Path page = folder.resolve("topics.html");
    try {
      Files.writeString(
          page, new ReportPages().fill("topics.mustache", TopicsPage.view(found, provenance)));
    } catch (IOException e) {
      throw new ReportException(
          AkinException.Kind.IO, page + ": cannot be written: " + AkinException.reason(e), e);
    }
    writeTopics(folder, found, provenance);
    writePapers(folder, found, provenance);
    TopicsJson.write(folder, found, provenance);
  }

  private static void writeTopics(Path folder, CorpusTopics found, Provenance provenance) {
    Map<Integer, TopicChange> changes =
        found.changes().stream().collect(Collectors.toMap(TopicChange::id, change -> change));
    try (TableFiles table = TableFiles.create(folder, "topics", TOPIC_COLUMNS, provenance)) {
      for (Topic topic : found.topics().list()) {
        TopicProfile profile = topic.profile();
        Trend trend = profile.trend();
        boolean known = trend.direction() != Trend.Direction.UNKNOWN;
        TopicChange change = changes.get(topic.id());
        table.add(
            topic.id(),
            topic.label(),
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

  private static void writePapers(Path folder, CorpusTopics found, Provenance provenance) {
    double[] centralities = centralities(found);
    Map<Integer, Integer> outliers = new HashMap<>();
    for (Outlier outlier : found.outliers()) {
      outliers.put(outlier.row(), outliers.size() + 1);
    }
    NeighborLists lists = found.lists();
    try (TableFiles table = TableFiles.create(folder, "papers", PAPER_COLUMNS, provenance)) {
      for (RowPaper each : found.corpus().inOrder()) {
        int row = each.row();
        Paper paper = each.paper();
        Topic topic = topic(found.topics(), row);
        boolean near = lists.count(row) > 0;
        table.add(
            paper.id().value(),
            paper.title(),
            paper.date() == null ? null : paper.date().year(),
            topic == null ? null : topic.id(),
            topic == null ? null : topic.label(),
            topic == null ? null : centralities[row],
            near ? found.corpus().id(lists.neighbor(row, 0)).value() : null,
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
