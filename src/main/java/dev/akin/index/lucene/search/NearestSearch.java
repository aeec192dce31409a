package dev.akin.index.lucene.search;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.document.TextTable;
import dev.akin.index.lucene.document.Vectors;
import dev.akin.index.store.Hit;
import dev.akin.index.store.NearestOptions;
import dev.akin.vector.Cosine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Finds the papers whose texts are nearest to a vector.
///
/// First it finds texts, with the graph or by comparing all of them. Then it computes their cosines
/// again in double precision, and replaces each text by its papers that pass the filter.
///
/// @hidden public for its own room only
public final class NearestSearch {
  /// The widths of the graph search. A list is found with the first that is not below its length:
  /// recall@10 is above 0.99 with each. So a shorter list is mostly the beginning of a longer one.
  private static final int[] BEAMS = {64, 128, 256};

  private record ScoredText(int text, double cosine) {}

  private final OpenCommit commit;
  private final SearchTime time;
  private final int column;
  private final TextTable texts;

  /// @param time a search that ends early has not met all papers; what it returns is right
  /// @param column the index of the query's model among the models of the index, from 0
  public NearestSearch(OpenCommit commit, SearchTime time, int column) throws IOException {
    this.commit = commit;
    this.time = time;
    this.column = column;
    this.texts = commit.texts();
  }

  /// The papers nearest to a vector, best first.
  public List<Hit> search(float[] query, int count, NearestOptions options) throws IOException {
    return search(
        query,
        count,
        options.method(),
        options.filter().isNone() ? null : FilterQuery.papers(options.filter(), commit, time));
  }

  /// The papers nearest to a vector, best first.
  ///
  /// @param accepted the papers that may be found; absent for all
  List<Hit> search(
      float[] query, int count, NearestOptions.Method method, @Nullable FixedBitSet accepted)
      throws IOException {
    FixedBitSet among = accepted == null ? null : texts.textsOf(accepted);
    List<ScoredText> found =
        method == NearestOptions.Method.EXACT
            ? exactly(query, exact(count).texts(commit, column, query, among))
            : graph(query, count, among);
    return ByScore.best(papersOf(found, accepted), count, commit.reader());
  }

  private ExactSearch exact(int count) {
    return new ExactSearch(time, Math.clamp(count, 1, Math.max(1, commit.reader().maxDoc())));
  }

  /// All of `papers` that have a text, the nearest first.
  public List<Hit> among(float[] query, int[] papers) throws IOException {
    int[] byText =
        IntStream.of(papers)
            .filter(paper -> texts.textOf(paper) >= 0)
            .mapToLong(paper -> ((long) texts.textOf(paper) << Integer.SIZE) | paper)
            .sorted()
            .mapToInt(textAndPaper -> (int) textAndPaper)
            .toArray();
    Vectors vectors = new Vectors(commit.reader(), column);
    List<Hit> hits = new ArrayList<>(byText.length);
    for (int paper : byText) {
      hits.add(new Hit(paper, Cosine.of(query, vectors.of(texts.textOf(paper)))));
    }
    return ByScore.best(hits, hits.size(), commit.reader());
  }

  /// The width of the graph search, at most the number of texts.
  private int beam(int count) {
    int beam = IntStream.of(BEAMS).filter(each -> each >= count).findFirst().orElse(count);
    return Math.clamp(beam, 1, Math.max(1, commit.info().vectors()));
  }

  private List<ScoredText> graph(float[] query, int count, @Nullable FixedBitSet among)
      throws IOException {
    Query filter = among == null ? null : new DocumentSetQuery(among);
    int beam = beam(count);
    ScoreDoc[] hits =
        new GraphQuery(PaperDocument.vector(column), query, beam, filter)
            .search(time.graphSearcher(commit));
    // Quantized vectors give scores that are a little wrong: all that was found is compared again.
    return exactly(query, Stream.of(hits).mapToInt(hit -> hit.doc).sorted().toArray());
  }

  /// @param texts in ascending order
  private List<ScoredText> exactly(float[] query, int[] texts) throws IOException {
    Vectors vectors = new Vectors(commit.reader(), column);
    List<ScoredText> scored = new ArrayList<>(texts.length);
    for (int text : texts) {
      scored.add(new ScoredText(text, Cosine.of(query, vectors.of(text))));
    }
    return scored;
  }

  private List<Hit> papersOf(List<ScoredText> found, @Nullable FixedBitSet accepted) {
    List<Hit> hits = new ArrayList<>(found.size());
    for (ScoredText text : found) {
      texts.papersOf(
          text.text(),
          paper -> {
            if (accepted == null || accepted.get(paper)) {
              hits.add(new Hit(paper, text.cosine()));
            }
          });
    }
    return hits;
  }
}
