package dev.akin.index.lucene.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnCollectorManager;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.jspecify.annotations.Nullable;

/// Lucene's search of the graphs, with narrower beams for the segments.
///
/// A segment that has a share p of the documents is expected to have kp of the k nearest. Lucene
/// searches it with a beam of that and 16 standard deviations, which is wider for the largest
/// segment than it would be for an index of one segment. Here it is that and [#DEVIATIONS], at
/// least [#LEAST], and at most k + 1. Lucene searches a segment again, with a beam of k, if all
/// that was found in it is among the k nearest: so the one more than k keeps it from doing so in
/// vain.
///
/// Under a filter the beams are Lucene's, because it compares all vectors of a segment in which it
/// found fewer. Where few vectors pass the filter, they are compared one by one: the graph would
/// lead mostly to others.
final class GraphQuery extends KnnFloatVectorQuery {
  private static final int DEVIATIONS = 4;
  private static final int LEAST = 8;

  /// Vectors of a segment; to compare them takes about as long as a search of a large graph.
  private static final int FEW = 16_000;

  private ScoreDoc[] found = {};

  /// @param beam the width of the search, which is also the number of documents found
  GraphQuery(String field, float[] query, int beam, @Nullable Query filter) {
    super(field, query, beam, filter);
  }

  /// Searches the graphs, which Lucene does while it rewrites the query. To search for what it
  /// rewrites the query to would only collect again what was found.
  ///
  /// @return the documents that were found, in no particular order
  ScoreDoc[] search(IndexSearcher searcher) throws IOException {
    rewrite(searcher);
    return found;
  }

  @Override
  protected TopDocs mergeLeafResults(TopDocs[] segments) {
    TopDocs merged = super.mergeLeafResults(segments);
    found = merged.scoreDocs;
    return merged;
  }

  /// The width of the search in a segment.
  ///
  /// @param share the share of the documents that the segment has
  static int beam(int beam, double share) {
    double expected = beam * share;
    double deviation = Math.sqrt(expected * (1 - share));
    return Math.min(beam + 1, Math.max(LEAST, (int) Math.round(expected + DEVIATIONS * deviation)));
  }

  @Override
  protected KnnCollectorManager getKnnCollectorManager(int beam, IndexSearcher searcher) {
    double documents = searcher.getIndexReader().maxDoc();
    return new KnnCollectorManager() {
      @Override
      public KnnCollector newCollector(
          int visitedLimit, KnnSearchStrategy strategy, LeafReaderContext segment) {
        return new TopKnnCollector(beam, visitedLimit, strategy);
      }

      @Override
      public KnnCollector newOptimisticCollector(
          int visitedLimit, KnnSearchStrategy strategy, LeafReaderContext segment, int lucenes) {
        if (getFilter() == null) {
          int narrow = beam(beam, segment.reader().maxDoc() / documents);
          return new TopKnnCollector(narrow, visitedLimit, strategy);
        }
        // The limit is the number of vectors that pass the filter. At a limit of 0, Lucene compares
        // all of them at once.
        return new TopKnnCollector(lucenes, visitedLimit <= FEW ? 0 : visitedLimit, strategy);
      }

      @Override
      public boolean isOptimistic() {
        return true;
      }
    };
  }
}
