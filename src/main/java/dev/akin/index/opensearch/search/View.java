package dev.akin.index.opensearch.search;

import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.word.WordFormula;
import dev.akin.paper.PaperId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One commit of an index in a cluster, as searches see it: its point in time and what was learned
/// from it. Safe for use by many threads.
///
/// @hidden public for its own room only
public final class View {
  private final Point point;
  private final IndexInfo info;
  private final @Nullable WordFormula formula;
  private final PaperNumbers numbers = new PaperNumbers();
  private final NamedDocuments named = new NamedDocuments();
  private final ClusterFrequencies words;

  /// @param formula absent if its papers have no words
  public View(Point point, IndexInfo info, @Nullable WordFormula formula) {
    this.point = point;
    this.info = info;
    this.formula = formula;
    this.words = new ClusterFrequencies(point);
  }

  public Point point() {
    return point;
  }

  public IndexInfo info() {
    return info;
  }

  PaperNumbers numbers() {
    return numbers;
  }

  NamedDocuments named() {
    return named;
  }

  /// The BM25 of words; absent if no paper has words.
  @Nullable WordFormula formula() {
    return formula;
  }

  ClusterFrequencies words() {
    return words;
  }

  /// The id of a paper.
  ///
  /// @throws IllegalArgumentException if no paper has this number
  public PaperId id(int paper) {
    return numbers.met(paper).id();
  }

  /// What was read of one paper.
  ///
  /// @throws IllegalArgumentException if it was not there
  public <T> T one(int paper, Map<Integer, T> read) {
    T value = read.get(paper);
    if (value == null) {
      throw new IllegalArgumentException("no paper has the number " + paper);
    }
    return value;
  }

  /// The best of some hits; equal scores in the order of ids.
  List<Hit> best(List<Hit> hits, int count) {
    return hits.stream()
        .sorted(
            Comparator.comparingDouble((Hit hit) -> -hit.score())
                .thenComparing(hit -> numbers.met(hit.paper()).id()))
        .limit(count)
        .toList();
  }
}
