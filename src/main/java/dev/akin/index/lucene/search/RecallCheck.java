package dev.akin.index.lucene.search;

import dev.akin.base.Deadline;
import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.PaperIds;
import dev.akin.index.lucene.document.TextTable;
import dev.akin.index.lucene.document.Vectors;
import dev.akin.index.store.Hit;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.RecallAtTen;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;

/// Compares graph search with exact search. The queries are random papers of the index.
///
/// @hidden public for its own room only
public final class RecallCheck {
  private static final int DEPTH = 10;

  private final OpenCommit commit;
  private final Random random;

  public RecallCheck(OpenCommit commit, long seed) {
    this.commit = commit;
    this.random = new Random(seed);
  }

  /// Searches for random papers in both ways.
  ///
  /// @param samples how many papers to search for
  /// @param share the share of papers that a random filter keeps, above 0 to 1
  public RecallAtTen check(int samples, double share) throws IOException {
    int[] withText = papersWithText();
    if (withText.length == 0) {
      return new RecallAtTen(share, 0, 1, 0);
    }
    FixedBitSet kept = share < 1 ? keep(withText, share) : null;
    int queries = Math.min(samples, withText.length);
    NearestSearch search = new NearestSearch(commit, new SearchTime(Deadline.NEVER), 0);
    Vectors vectors = new Vectors(commit.reader(), 0);
    double recall = 0;
    long[] nanos = new long[queries];
    for (int i = 0; i < queries; i++) {
      int paper = withText[random.nextInt(withText.length)];
      float[] query = vectors.of(commit.texts().textOf(paper)).clone();
      long start = System.nanoTime();
      List<Hit> found = search.search(query, DEPTH + 1, NearestOptions.Method.GRAPH, kept);
      nanos[i] = System.nanoTime() - start;
      List<Hit> exact = search.search(query, DEPTH + 1, NearestOptions.Method.EXACT, kept);
      recall += recall(others(found, paper), others(exact, paper));
    }
    Arrays.sort(nanos);
    return new RecallAtTen(share, queries, recall / queries, nanos[queries / 2] / 1e6);
  }

  /// The ten nearest, without the paper itself.
  private static List<Hit> others(List<Hit> hits, int paper) {
    return hits.stream().filter(hit -> hit.paper() != paper).limit(DEPTH).toList();
  }

  /// 4 bytes a paper, twice that while they are collected.
  private int[] papersWithText() throws IOException {
    IntStream.Builder papers = IntStream.builder();
    TextTable texts = commit.texts();
    new PaperIds(commit.reader())
        .forEach(
            paper -> {
              if (texts.textOf(paper) >= 0) {
                papers.add(paper);
              }
            });
    return papers.build().toArray();
  }

  private FixedBitSet keep(int[] papers, double share) {
    FixedBitSet kept = new FixedBitSet(commit.reader().maxDoc());
    IntStream.of(papers).filter(paper -> random.nextDouble() < share).forEach(kept::set);
    return kept;
  }

  /// The share of the exact hits that the graph search found. A hit with the score of the last
  /// exact hit counts as found, so that a tie is not a miss.
  private static double recall(List<Hit> found, List<Hit> exact) {
    if (exact.isEmpty()) {
      return 1;
    }
    double minScore = exact.getLast().score();
    long reached = found.stream().filter(hit -> hit.score() >= minScore).count();
    return Math.min(1.0, reached / (double) exact.size());
  }
}
