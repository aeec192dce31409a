package dev.akin.index;

import dev.akin.vector.Cosine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Finds the papers whose texts are nearest to a vector.
///
/// Texts are found first, by the graph or one by one; their cosines are computed again in double;
/// then each text stands for its papers that pass the filter.
final class NearestSearch {
  /// Texts that the graph search keeps in view. Wide enough for recall@10 beyond 0.99; fixed, so
  /// that an answer does not change with the number of papers asked for.
  static final int BEAM = 100;

  private record ScoredText(int text, double cosine) {}

  private final OpenCommit commit;
  private final TextTable texts;

  NearestSearch(OpenCommit commit) throws IOException {
    this.commit = commit;
    this.texts = commit.texts();
  }

  List<Hit> search(float[] query, int count, NearestOptions options) throws IOException {
    FixedBitSet accepted = options.filter().isNone() ? null : papers(options.filter());
    FixedBitSet among = accepted == null ? null : texts.textsOf(accepted);
    List<ScoredText> found =
        options.method() == NearestOptions.Method.EXACT
            ? exact(query, count, among)
            : graph(query, Math.max(count, BEAM), among);
    return ByScore.best(papersOf(found, accepted), count, commit.reader());
  }

  private FixedBitSet papers(Filter filter) throws IOException {
    FixedBitSet papers = new FixedBitSet(commit.reader().maxDoc());
    commit.searcher().search(FilterQuery.of(filter), new DocumentSetCollector.Manager(papers));
    return papers;
  }

  private List<ScoredText> graph(float[] query, int beam, @Nullable FixedBitSet among)
      throws IOException {
    Query filter = among == null ? null : new DocumentSetQuery(among);
    ScoreDoc[] hits =
        commit
            .searcher()
            .search(new KnnFloatVectorQuery(PaperDocument.VECTOR, query, beam, filter), beam)
            .scoreDocs;
    Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
    Vectors vectors = new Vectors(commit.reader());
    List<ScoredText> scored = new ArrayList<>(hits.length);
    for (ScoreDoc hit : hits) {
      scored.add(new ScoredText(hit.doc, Cosine.of(query, vectors.of(hit.doc))));
    }
    return scored;
  }

  private List<ScoredText> exact(float[] query, int count, @Nullable FixedBitSet among)
      throws IOException {
    List<ScoredText> scored = new ArrayList<>();
    for (LeafReaderContext leaf : commit.reader().leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(PaperDocument.VECTOR);
      if (values != null) {
        KnnVectorValues.DocIndexIterator docs = values.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          int text = leaf.docBase + doc;
          if (texts.firstPaperOf(text) >= 0 && (among == null || among.get(text))) {
            double cosine = Cosine.of(query, values.vectorValue(docs.index()));
            scored.add(new ScoredText(text, cosine));
          }
        }
      }
    }
    return atLeastAsNearAs(count, scored);
  }

  /// The `count` nearest, and those as near as the last of them.
  private static List<ScoredText> atLeastAsNearAs(int count, List<ScoredText> scored) {
    if (scored.size() <= count) {
      return scored;
    }
    double[] cosines = scored.stream().mapToDouble(ScoredText::cosine).sorted().toArray();
    double least = cosines[cosines.length - count];
    return scored.stream().filter(text -> text.cosine() >= least).toList();
  }

  private List<Hit> papersOf(List<ScoredText> found, @Nullable FixedBitSet accepted) {
    List<Hit> hits = new ArrayList<>(found.size());
    for (ScoredText text : found) {
      for (int paper = texts.firstPaperOf(text.text());
          paper >= 0;
          paper = texts.nextPaper(paper)) {
        if (accepted == null || accepted.get(paper)) {
          hits.add(new Hit(paper, text.cosine()));
        }
      }
    }
    return hits;
  }
}
