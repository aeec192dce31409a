package dev.akin.index.build;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;

/// Merges an index into few segments, because a search visits the graph of each.
///
/// Usually it merges all into one. After a night with few new papers, it leaves them in a small
/// segment beside the large one. The small segment grows every night, until a merge of all is worth
/// its time.
///
/// @hidden public for its own room only
public record Compaction(IndexWriter writer) {
  private static final int MAX_SEGMENTS = 2;

  /// The share of documents that may be outside the largest segment, or deleted.
  private static final double MAX_SHARE_OUTSIDE = 0.1;

  /// Merges segments.
  ///
  /// @param reader reads everything that was written
  public void compact(IndexReader reader) throws IOException {
    List<LeafReaderContext> segments = reader.leaves();
    int largest = segments.stream().mapToInt(leaf -> leaf.reader().numDocs()).max().orElse(0);
    int all = reader.numDocs();
    int outside = all - largest + reader.numDeletedDocs();
    writer.forceMerge(outside > MAX_SHARE_OUTSIDE * all ? 1 : MAX_SEGMENTS);
  }
}
