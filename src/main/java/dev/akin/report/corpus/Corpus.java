package dev.akin.report.corpus;

import dev.akin.index.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The papers in one version of the index as rows, in the order of their ids as UTF-8. Abstracts
/// stay in the index; everything else is in memory. Safe for use by many threads as long as the
/// snapshot is open.
///
/// @hidden public for its own room only
public final class Corpus {
  private static final int BATCH = 512;

  private final IndexSnapshot snapshot;

  /// For each row, the number of its paper in the snapshot.
  private final int[] numbers;

  private final Map<Integer, Integer> rowOfNumber;

  /// The papers without their abstracts.
  private final Paper[] papers;

  private final boolean[] abstracts;
  private final float[] @Nullable [] vectors;
  private final String digest;

  private Corpus(IndexSnapshot snapshot, int[] numbers) {
    this.snapshot = snapshot;
    this.numbers = numbers;
    this.rowOfNumber =
        IntStream.range(0, numbers.length)
            .boxed()
            .collect(Collectors.toMap(row -> numbers[row], row -> row));
    this.papers = new Paper[numbers.length];
    this.abstracts = new boolean[numbers.length];
    this.vectors = new float[numbers.length][];
    CorpusDigest digests = new CorpusDigest(numbers.length);
    forEach(
        (paper, row) -> {
          digests.add(row, paper);
          papers[row] = bare(paper);
          abstracts[row] = !paper.abstractText().isBlank();
          List<Embedding> embeddings = snapshot.embeddings(numbers[row]);
          vectors[row] = embeddings.isEmpty() ? null : Embedding.join(embeddings);
        });
    this.digest = digests.hex();
  }

  /// Reads all papers of a snapshot.
  public static Corpus of(IndexSnapshot snapshot) {
    IntStream.Builder numbers = IntStream.builder();
    snapshot.inOrder(numbers::add);
    return new Corpus(snapshot, numbers.build().toArray());
  }

  private static Paper bare(Paper paper) {
    return new Paper(
        paper.id(),
        paper.title(),
        "",
        paper.authors(),
        paper.date(),
        paper.categories(),
        paper.url(),
        paper.doi());
  }

  /// The number of papers.
  public int size() {
    return numbers.length;
  }

  public PaperId id(int row) {
    return papers[row].id();
  }

  /// A paper without its abstract.
  public Paper bare(int row) {
    return papers[row];
  }

  /// A paper with its abstract, read from the index.
  public Paper whole(int row) {
    return snapshot.paper(numbers[row]);
  }

  /// Whether a paper has an abstract.
  public boolean hasAbstract(int row) {
    return abstracts[row];
  }

  /// The year of a paper; 0 if unknown.
  public int year(int row) {
    return papers[row].date() == null ? 0 : papers[row].date().year();
  }

  /// The unit vectors by row; null for a paper without text. Do not write to them.
  public float[] @Nullable [] vectors() {
    return vectors;
  }

  /// All rows, ascending.
  public IntStream rows() {
    return IntStream.range(0, size());
  }

  /// The rows of papers that have a text, ascending.
  public int[] rowsWithVector() {
    return rows().filter(row -> vectors[row] != null).toArray();
  }

  /// The embeddings of a paper, one for each of the index's models; none if it has no text.
  List<Embedding> embeddings(int row) {
    return snapshot.embeddings(numbers[row]);
  }

  /// The row of a paper.
  ///
  /// @param number the paper's number in the snapshot
  public int rowOf(int number) {
    return Objects.requireNonNull(rowOfNumber.get(number));
  }

  /// Passes every paper, with its abstract, and its row to `each`, in no particular order.
  public void forEach(ObjIntConsumer<Paper> each) {
    List<Integer> rows =
        IntStream.range(0, numbers.length)
            .boxed()
            .sorted(Comparator.comparingInt(row -> numbers[row]))
            .toList();
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<Integer> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
      List<Integer> wanted = new ArrayList<>();
      batch.forEach(row -> wanted.add(numbers[row]));
      Map<Integer, Paper> read = snapshot.papers(wanted);
      batch.forEach(row -> each.accept(Objects.requireNonNull(read.get(numbers[row])), row));
    }
  }

  /// A digest of all records as 64 hexadecimal digits: the same for the same records in any index.
  public String digest() {
    return digest;
  }
}
