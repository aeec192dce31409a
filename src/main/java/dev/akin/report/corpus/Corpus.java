package dev.akin.report.corpus;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The papers in one version of the index as rows, in the order of their ids as UTF-8. Ids and
/// years are in memory, about 30 bytes for each paper; everything else is read from the index when
/// it is needed. Safe for use by many threads as long as the snapshot is open.
///
/// @hidden public for its own room only
public final class Corpus {
  private final IndexSnapshot snapshot;

  /// For each row, the number of its paper in the snapshot.
  private final int[] numbers;

  /// For each number of a paper in the snapshot, its row.
  private final int[] rowOfNumber;

  private final PackedTexts ids;
  private final int[] years;

  /// The language of each paper, if it is one that the models do not know.
  private final @Nullable String[] unknownLanguages;

  private final BitSet abstracts;
  private final BitSet vectors;
  private final String digest;

  private Corpus(IndexSnapshot snapshot, int[] numbers, Predicate<String> known) {
    this.snapshot = snapshot;
    this.numbers = numbers;
    this.rowOfNumber = new int[Arrays.stream(numbers).max().orElse(-1) + 1];
    this.ids = new PackedTexts(numbers.length);
    this.years = new int[numbers.length];
    this.unknownLanguages = new String[numbers.length];
    this.abstracts = new BitSet(numbers.length);
    this.vectors = new BitSet(numbers.length);
    Map<String, Boolean> languages = new HashMap<>();
    CorpusDigest digests = new CorpusDigest(numbers.length);
    for (RowPaper each : fast(rows().toArray())) {
      Paper paper = each.paper();
      int row = each.row();
      rowOfNumber[numbers[row]] = row;
      digests.add(row, paper);
      ids.put(row, paper.id().value());
      years[row] = paper.date() == null ? 0 : paper.date().year();
      if (!paper.inUsualLanguage()
          && !languages.computeIfAbsent(String.valueOf(paper.language()), known::test)) {
        unknownLanguages[row] = paper.language();
      }
      abstracts.set(row, !paper.abstractText().isBlank());
      vectors.set(row, !embeddings(row).isEmpty());
    }
    this.digest = digests.hex();
  }

  /// Reads all papers of a snapshot whose models know all languages.
  public static Corpus of(IndexSnapshot snapshot) {
    return of(snapshot, _ -> true);
  }

  /// Reads all papers of a snapshot.
  ///
  /// @param known whether the models know a language, by its ISO 639-1 code; asked only for
  ///   languages other than English
  public static Corpus of(IndexSnapshot snapshot, Predicate<String> known) {
    IntStream.Builder numbers = IntStream.builder();
    snapshot.inOrder(numbers::add);
    return new Corpus(snapshot, numbers.build().toArray(), known);
  }

  /// The number of papers.
  public int size() {
    return numbers.length;
  }

  public PaperId id(int row) {
    return new PaperId(ids.get(row));
  }

  /// A paper, read from the index. For many papers, use [#inOrder] or [#fast].
  public Paper paper(int row) {
    return snapshot.paper(numbers[row]);
  }

  /// The titles of all papers, or their ids where there is no title, by row. They are in memory as
  /// long as the answer is used, about 80 bytes for each.
  public IntFunction<String> titles() {
    PackedTexts titles = new PackedTexts(size());
    fast(rows().toArray()).forEach(each -> titles.put(each.row(), each.paper().titleOrId()));
    return titles::get;
  }

  /// Whether a paper has an abstract.
  public boolean hasAbstract(int row) {
    return abstracts.get(row);
  }

  /// The year of a paper; 0 if unknown.
  public int year(int row) {
    return years[row];
  }

  /// The language of a paper, by its ISO 639-1 code, if the models do not know it: then its vector
  /// says little of its subject. Absent if they do, or if the language is unknown.
  public @Nullable String unknownLanguage(int row) {
    return unknownLanguages[row];
  }

  /// Whether a paper has a text, and so a vector.
  public boolean hasVector(int row) {
    return vectors.get(row);
  }

  /// The unit vector of a paper, read from the index; null for a paper without text. With several
  /// models it is theirs joined, and the product of two is the mean of the models' cosines.
  public float @Nullable [] vector(int row) {
    return vectors.get(row) ? Embedding.join(embeddings(row)) : null;
  }

  /// The unit vectors of some rows, in their order; null for a paper without text. For each paper 4
  /// bytes a dimension are in memory.
  public float[] @Nullable [] vectors(int[] rows) {
    float[] @Nullable [] read = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      read[i] = vector(rows[i]);
    }
    return read;
  }

  /// All rows, ascending.
  public IntStream rows() {
    return IntStream.range(0, size());
  }

  /// The rows of papers that have a text, ascending.
  public int[] rowsWithVector() {
    return vectors.stream().toArray();
  }

  /// The embeddings of a paper, one for each of the index's models; none if it has no text.
  List<Embedding> embeddings(int row) {
    return snapshot.embeddings(numbers[row]);
  }

  /// The row of a paper.
  ///
  /// @param number the paper's number in the snapshot
  public int rowOf(int number) {
    return rowOfNumber[number];
  }

  /// All papers in the order of rows.
  public Iterable<RowPaper> inOrder() {
    return inOrder(rows().toArray());
  }

  /// The papers of some rows, in the order of `rows`.
  public Iterable<RowPaper> inOrder(int[] rows) {
    return () -> new RowPapers(snapshot, rows, numbers);
  }

  /// The papers of some rows in the order in which they are in the index, which is faster.
  public Iterable<RowPaper> fast(int[] rows) {
    return inOrder(
        Arrays.stream(rows)
            .mapToLong(row -> ((long) numbers[row] << Integer.SIZE) | row)
            .sorted()
            .mapToInt(numberAndRow -> (int) numberAndRow)
            .toArray());
  }

  /// A digest of all records as 64 hexadecimal digits: the same for the same records in any index.
  public String digest() {
    return digest;
  }
}
