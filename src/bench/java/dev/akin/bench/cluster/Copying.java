package dev.akin.bench.cluster;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.TextVectors;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Copies papers with their vectors from an index.
final class Copying {
  /// Papers that are looked up together, and committed together.
  private static final int AT_ONCE = 1_000;

  private Copying() {}

  /// Copies papers, and commits.
  static void run(IndexSnapshot from, int[] papers, PaperIndexWriter to) {
    for (int start = 0; start < papers.length; start += AT_ONCE) {
      List<Paper> some = records(from, papers, start);
      to.expect(some, Copying::key);
      for (int i = 0; i < some.size(); i++) {
        put(from, papers[start + i], some.get(i), to);
      }
      to.commit();
    }
  }

  private static List<Paper> records(IndexSnapshot from, int[] papers, int start) {
    return Arrays.stream(papers, start, Math.min(papers.length, start + AT_ONCE))
        .mapToObj(from::paper)
        .toList();
  }

  private static TextKey key(Paper paper) {
    return TextKey.of(paper.title() + " " + paper.abstractText());
  }

  /// Writes a paper with the vectors of another one.
  ///
  /// @param number of the other one
  static void put(IndexSnapshot from, int number, Paper paper, PaperIndexWriter to) {
    List<Embedding> embeddings = from.embeddings(number);
    if (embeddings.isEmpty()) {
      to.upsert(paper, null);
      return;
    }
    TextKey key = key(paper);
    if (!to.holds(key)) {
      to.addText(key, new TextVectors(embeddings, Objects.requireNonNull(from.sentences(number))));
    }
    to.upsert(paper, key);
  }
}
