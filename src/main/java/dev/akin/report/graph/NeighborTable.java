package dev.akin.report.graph;

import dev.akin.report.corpus.Corpus;
import dev.akin.vector.NeighborLists;
import dev.akin.write.table.Provenance;
import dev.akin.write.table.TableColumn;
import dev.akin.write.table.TableFiles;
import java.nio.file.Path;
import java.util.List;

/// The table `neighbors`: a row for each paper and each of its nearest papers, nearest first, in
/// the order of the papers' ids.
///
/// @hidden public for its own room only
public record NeighborTable(Corpus corpus, NeighborLists lists) {
  public static final String NAME = "neighbors";

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.text("id"),
          TableColumn.integer("rank"),
          TableColumn.text("neighbor"),
          TableColumn.number("cosine"));

  /// Writes the table.
  ///
  /// @param count maximum number of neighbors of each paper
  public void write(Path folder, int count, Provenance provenance) {
    try (TableFiles table = TableFiles.create(folder, NAME, COLUMNS, provenance)) {
      for (int row = 0; row < corpus.size(); row++) {
        for (int rank = 0; rank < Math.min(count, lists.count(row)); rank++) {
          table.add(
              corpus.id(row).value(),
              rank + 1,
              corpus.id(lists.neighbor(row, rank)).value(),
              lists.cosine(row, rank));
        }
      }
    }
  }
}
