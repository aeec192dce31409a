package dev.akin.report.duplicate;

import com.carrotsearch.hppc.LongArrayList;
import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.RowPaper;
import dev.akin.vector.NeighborLists;
import dev.akin.work.SameWork;
import java.util.List;

/// The pairs of papers that may be the same work: near neighbors, papers with the same title,
/// papers with an id in common, errata and the papers that they correct.
///
/// A thousand papers may be titled "Author index". So a paper is not compared with all papers that
/// have its title, but with the next twenty in the order of rows, and with the next twenty that
/// also have an author in common with it. The number of pairs is linear in the number of papers,
/// and all of them are in sorted arrays ([KeyedRows]).
final class DuplicateCandidates {
  private static final int WINDOW = 20;

  /// How many authors of a paper are looked at.
  private static final int MAX_AUTHORS = 50;

  private final Corpus corpus;

  /// Each pair as a number: the smaller row in the upper 32 bits, the larger in the lower 32 bits.
  private final LongArrayList pairs = new LongArrayList();

  private DuplicateCandidates(Corpus corpus) {
    this.corpus = corpus;
  }

  /// The pairs in ascending order, each once, as a number: the smaller row in the upper 32 bits,
  /// the larger in the lower 32 bits.
  static long[] of(Corpus corpus, NeighborLists neighbors) {
    DuplicateCandidates candidates = new DuplicateCandidates(corpus);
    candidates.addNeighbors(neighbors);
    candidates.addRecords();
    return candidates.distinct();
  }

  private void addNeighbors(NeighborLists neighbors) {
    for (int row = 0; row < neighbors.size(); row++) {
      for (int rank = 0; rank < neighbors.count(row); rank++) {
        if (neighbors.cosine(row, rank) < SameWork.MIN_COSINE) {
          break;
        }
        add(row, neighbors.neighbor(row, rank));
      }
    }
  }

  private void addRecords() {
    KeyedRows titles = new KeyedRows(corpus.size());
    KeyedRows signed = new KeyedRows(corpus.size());
    KeyedRows identifiers = new KeyedRows(corpus.size());
    for (RowPaper each : corpus.fast(corpus.rows().toArray())) {
      Paper paper = each.paper();
      String corrected = SameWork.correctedKey(paper.title());
      String key = corrected.isEmpty() ? TitleKey.of(paper.title()) : corrected;
      if (!key.isEmpty()) {
        titles.add(key, each.row());
        for (String author : SameWork.familyNames(paper).stream().limit(MAX_AUTHORS).toList()) {
          signed.add(author + "\n" + key, each.row());
        }
      }
      for (String identifier : Identifiers.of(paper)) {
        identifiers.add(identifier, each.row());
      }
    }
    for (KeyedRows rows : List.of(titles, signed, identifiers)) {
      rows.forEachPair(WINDOW, this::add);
    }
  }

  private void add(int one, int other) {
    pairs.add(((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other));
  }

  private long[] distinct() {
    pairs.sort();
    int size = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (size == 0 || pairs.get(i) != pairs.get(size - 1)) {
        pairs.set(size++, pairs.get(i));
      }
    }
    pairs.resize(size);
    return pairs.toArray();
  }
}
