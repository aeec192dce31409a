package dev.akin.report.duplicate;

import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import dev.akin.report.corpus.Corpus;
import dev.akin.vector.NeighborLists;
import dev.akin.work.SameWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// The pairs of papers that may be the same work: near neighbors, papers with the same title,
/// papers with an id in common, errata and the papers that they correct.
///
/// A thousand papers may be titled "Author index". So a paper is not compared with all papers that
/// have its title, but with the next twenty in the order of rows, and with the next twenty that
/// also have an author in common with it. The number of pairs is linear in the number of papers.
final class DuplicateCandidates {
  private static final int WINDOW = 20;

  /// How many authors of a paper are looked at.
  private static final int MAX_AUTHORS = 50;

  private final Corpus corpus;

  /// Each pair as a number: the smaller row in the upper 32 bits, the larger in the lower 32 bits.
  private final LongStream.Builder pairs = LongStream.builder();

  private DuplicateCandidates(Corpus corpus) {
    this.corpus = corpus;
  }

  /// The pairs in ascending order, each once, as a number: the smaller row in the upper 32 bits,
  /// the larger in the lower 32 bits.
  static long[] of(Corpus corpus, NeighborLists neighbors) {
    DuplicateCandidates candidates = new DuplicateCandidates(corpus);
    candidates.addNeighbors(neighbors);
    candidates.addTitles();
    candidates.addIdentifiers();
    return candidates.pairs.build().sorted().distinct().toArray();
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

  private void addTitles() {
    Map<String, List<Integer>> titles = new HashMap<>();
    Map<String, List<Integer>> signed = new HashMap<>();
    for (int row = 0; row < corpus.size(); row++) {
      Paper paper = corpus.bare(row);
      String corrected = SameWork.correctedKey(paper.title());
      String key = corrected.isEmpty() ? TitleKey.of(paper.title()) : corrected;
      if (!key.isEmpty()) {
        put(titles, key, row);
        for (String author : SameWork.familyNames(paper).stream().limit(MAX_AUTHORS).toList()) {
          put(signed, author + "\n" + key, row);
        }
      }
    }
    titles.values().forEach(this::addWindow);
    signed.values().forEach(this::addWindow);
  }

  private void addIdentifiers() {
    Map<String, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < corpus.size(); row++) {
      for (String identifier : Identifiers.of(corpus.bare(row))) {
        put(rows, identifier, row);
      }
    }
    rows.values().forEach(this::addWindow);
  }

  private static void put(Map<String, List<Integer>> rows, String key, int row) {
    rows.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(row);
  }

  private void addWindow(List<Integer> rows) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < Math.min(i + 1 + WINDOW, rows.size()); j++) {
        add(rows.get(i), rows.get(j));
      }
    }
  }

  private void add(int one, int other) {
    pairs.add(((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other));
  }
}
