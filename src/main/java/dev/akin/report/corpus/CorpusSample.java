package dev.akin.report.corpus;

import dev.akin.vector.AllPairs;
import dev.akin.vector.NeighborLists;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/// The papers that the map shows and among which topics are found: all papers of a corpus, or a
/// random sample of a large one. The sample has neighbors of its own: the nearest papers within it,
/// found by comparing all its pairs.
///
/// @hidden public for its own room only
public final class CorpusSample {
  private static final long SEED = 1;

  private final int[] rows;
  private final int size;
  private final NeighborLists lists;
  private final boolean whole;

  private CorpusSample(int[] rows, int size, NeighborLists lists, boolean whole) {
    this.rows = rows;
    this.size = size;
    this.lists = lists;
    this.whole = whole;
  }

  /// The sample that is the whole corpus.
  ///
  /// @param lists the neighbors of each row
  public static CorpusSample whole(NeighborLists lists) {
    return new CorpusSample(IntStream.range(0, lists.size()).toArray(), lists.size(), lists, true);
  }

  /// Draws papers that have a text. The same corpus gives the same sample.
  ///
  /// @param papers how many papers to draw
  /// @param search finds the neighbors within the sample
  public static CorpusSample draw(
      Corpus corpus, int papers, AllPairs search, DoubleConsumer progress) {
    int[] rows = draw(corpus.rowsWithVector(), papers);
    return of(rows, corpus.size(), search.of(corpus.vectors(rows), progress));
  }

  /// A sample of given papers.
  ///
  /// @param rows ascending; not copied
  /// @param size number of papers in the corpus
  /// @param lists the neighbors within the sample, by places in `rows`
  public static CorpusSample of(int[] rows, int size, NeighborLists lists) {
    return new CorpusSample(rows, size, lists, false);
  }

  /// Draws some of `from`, ascending; each has the same chance (D. Knuth, The Art of Computer
  /// Programming, volume 2, algorithm 3.4.2S).
  static int[] draw(int[] from, int count) {
    Random random = new Random(SEED);
    int[] drawn = new int[Math.min(count, from.length)];
    int size = 0;
    for (int at = 0; size < drawn.length; at++) {
      if (random.nextDouble() * (from.length - at) < drawn.length - size) {
        drawn[size++] = from[at];
      }
    }
    return drawn;
  }

  /// Whether the sample is the whole corpus.
  public boolean isWhole() {
    return whole;
  }

  /// The rows of the papers, ascending. Do not write to it.
  public int[] rows() {
    return rows;
  }

  /// The neighbors of each paper within the sample; papers are numbered by their places in
  /// [#rows()].
  public NeighborLists lists() {
    return lists;
  }

  /// The same neighbors for all rows of the corpus; a row that is not in the sample has none.
  public NeighborLists listsByRow() {
    return whole ? lists : lists.at(rows, size);
  }
}
