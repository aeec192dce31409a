package dev.akin.report.corpus;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/// Reads the papers of some rows one after the other. It reads 512 of them at once, in the order of
/// the index.
final class RowPapers implements Iterator<RowPaper> {
  private static final int BATCH = 512;

  private final IndexSnapshot snapshot;
  private final int[] rows;
  private final int[] numbers;
  private int next;
  private Map<Integer, Paper> batch = Map.of();

  /// @param numbers for each row, the number of its paper in the snapshot
  RowPapers(IndexSnapshot snapshot, int[] rows, int[] numbers) {
    this.snapshot = snapshot;
    this.rows = rows;
    this.numbers = numbers;
  }

  @Override
  public boolean hasNext() {
    return next < rows.length;
  }

  @Override
  public RowPaper next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there were " + rows.length + " rows");
    }
    if (next % BATCH == 0) {
      batch = snapshot.papers(wanted());
    }
    int row = rows[next++];
    return new RowPaper(row, Objects.requireNonNull(batch.get(numbers[row])));
  }

  private List<Integer> wanted() {
    List<Integer> wanted = new ArrayList<>(BATCH);
    for (int at = next; at < Math.min(next + BATCH, rows.length); at++) {
      wanted.add(numbers[rows[at]]);
    }
    return wanted;
  }
}
