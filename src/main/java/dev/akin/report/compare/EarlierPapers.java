package dev.akin.report.compare;

import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The papers of an earlier report with their neighbors, in the order of ids as UTF-8, from its
/// tables. For one thread; close it.
final class EarlierPapers implements AutoCloseable {
  private final JsonRows papers;
  private final JsonRows neighbors;
  private @Nullable EarlierPaper next;

  private EarlierPapers(JsonRows papers, JsonRows neighbors) {
    this.papers = papers;
    this.neighbors = neighbors;
    advance();
  }

  /// @throws dev.akin.report.page.ReportException if a table cannot be read or is damaged
  static EarlierPapers open(EarlierReport report) {
    return new EarlierPapers(
        JsonRows.open(report.papersTable()), JsonRows.open(report.neighborsTable()));
  }

  /// The next paper; absent at the end.
  @Nullable EarlierPaper peek() {
    return next;
  }

  /// Goes on to the paper after it.
  ///
  /// @throws dev.akin.report.page.ReportException if a table cannot be read or is damaged
  void advance() {
    JsonNode row = papers.peek();
    String id = papers.id();
    if (row == null || id == null) {
      next = null;
      return;
    }
    next =
        new EarlierPaper(
            id, row.path("title").asString(""), row.path("topic").asInt(0), neighborsOf(id));
    papers.advance();
  }

  private List<String> neighborsOf(String id) {
    List<String> found = new ArrayList<>();
    JsonNode row = neighbors.peek();
    while (row != null && !PaperId.isBefore(id, row.path("id").asString(""))) {
      if (id.equals(neighbors.id())) {
        found.add(row.path("neighbor").asString(""));
      }
      neighbors.advance();
      row = neighbors.peek();
    }
    return found;
  }

  @Override
  public void close() {
    try (papers) {
      neighbors.close();
    }
  }
}
