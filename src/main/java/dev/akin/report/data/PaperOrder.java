package dev.akin.report.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The numbers of papers in a report's data. Papers on the map come first, so that the map needs
/// only the first pieces; then all others. Both are in the order of rows.
///
/// @hidden public for its own room only
public final class PaperOrder {
  /// How many papers a piece with titles has.
  private static final int TITLES = 10_000;

  /// How many papers a piece with abstracts has at least. It is what a click loads.
  private static final int MIN_TEXTS = 1_000;

  /// How many pieces with abstracts there are, about, of a large corpus.
  private static final int MAX_PIECES = 100;

  /// By number.
  private final int[] rows;

  /// By row.
  private final int[] numbers;

  private final int mapped;

  private PaperOrder(int[] rows, int mapped) {
    this.rows = rows;
    this.mapped = mapped;
    this.numbers = new int[rows.length];
    for (int number = 0; number < rows.length; number++) {
      numbers[rows[number]] = number;
    }
  }

  /// The order of a corpus: papers on the map first, then the others.
  ///
  /// @param papers number of papers in the corpus
  /// @param onMap the rows of papers on the map, ascending
  public static PaperOrder of(int papers, int[] onMap) {
    BitSet first = new BitSet(papers);
    Arrays.stream(onMap).forEach(first::set);
    return new PaperOrder(
        IntStream.concat(
                Arrays.stream(onMap), IntStream.range(0, papers).filter(row -> !first.get(row)))
            .toArray(),
        onMap.length);
  }

  int number(int row) {
    return numbers[row];
  }

  /// The rows of papers on the map, ascending.
  public int[] onMap() {
    return Arrays.copyOf(rows, mapped);
  }

  /// The rows of the papers in each piece with titles.
  List<int[]> titlePieces() {
    return pieces(TITLES);
  }

  /// The rows of the papers in each piece with abstracts.
  List<int[]> textPieces() {
    return pieces(texts());
  }

  private int texts() {
    return Math.max(MIN_TEXTS, (rows.length + MAX_PIECES - 1) / MAX_PIECES);
  }

  /// Pieces of `step` papers. The last piece of the papers on the map may be shorter, and so may
  /// the last of all.
  private List<int[]> pieces(int step) {
    return Stream.concat(pieces(0, mapped, step), pieces(mapped, rows.length, step)).toList();
  }

  private Stream<int[]> pieces(int from, int to, int step) {
    return IntStream.iterate(from, start -> start < to, start -> start + step)
        .mapToObj(start -> Arrays.copyOfRange(rows, start, Math.min(to, start + step)));
  }

  /// What a page needs to find a paper's piece.
  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("size", rows.length)
        .put("mapped", mapped)
        .put("titles", TITLES)
        .put("texts", texts());
  }
}
