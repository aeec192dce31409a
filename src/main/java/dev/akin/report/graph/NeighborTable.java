package dev.akin.report.graph;

import dev.akin.report.corpus.Corpus;
import dev.akin.vector.NeighborLists;
import dev.akin.write.table.TableColumn;
import dev.akin.write.table.TableFiles;
import dev.akin.write.table.TableFolder;
import java.util.List;
import java.util.function.IntFunction;

/// The table `neighbors`: a row for each paper and each of its nearest papers, nearest first, in
/// the order of the papers' ids.
///
/// @hidden public for its own room only
public record NeighborTable(Corpus corpus, NeighborLists lists) {
  public static final String NAME = "neighbors";

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.text("id"),
          TableColumn.repeated("title"),
          TableColumn.integer("rank"),
          TableColumn.text("neighbor"),
          TableColumn.repeated("neighborTitle"),
          TableColumn.number("cosine"));

  /// Writes the table for programs.
  ///
  /// @param count maximum number of neighbors of each paper
  public void write(TableFolder tables, int count) {
    try (TableFiles table = tables.forPrograms(NAME, COLUMNS)) {
      write(table, count, _ -> "");
    }
  }

  /// Writes the table for programs, and as CSV with titles for people.
  ///
  /// @param count maximum number of neighbors of each paper
  public void writeWithTitles(TableFolder tables, int count) {
    try (TableFiles table = tables.table(NAME, COLUMNS)) {
      write(table, count, corpus.titles());
    }
  }

  private void write(TableFiles table, int count, IntFunction<String> titles) {
    for (int row = 0; row < corpus.size(); row++) {
      for (int rank = 0; rank < Math.min(count, lists.count(row)); rank++) {
        int neighbor = lists.neighbor(row, rank);
        table.add(
            corpus.id(row).value(),
            titles.apply(row),
            rank + 1,
            corpus.id(neighbor).value(),
            titles.apply(neighbor),
            lists.cosine(row, rank));
      }
    }
  }
}
