package dev.akin.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;

/// Merges an index into one part, so that a search visits one graph.
///
/// Not while one part holds nearly everything, as after a night with few new papers, and little of
/// it was deleted or replaced since: merging builds its graph anew.
record Compaction(IndexWriter writer) {
  private static final int MAX_PARTS = 8;

  /// One in so many documents outside the largest part.
  private static final int MAX_SHARE_OUTSIDE = 10;

  /// @param reader that sees everything
  void compact(IndexReader reader) throws IOException {
    List<LeafReaderContext> parts = reader.leaves();
    int largest = parts.stream().mapToInt(part -> part.reader().numDocs()).max().orElse(0);
    int all = reader.numDocs();
    if (parts.size() > MAX_PARTS || (all - largest) * MAX_SHARE_OUTSIDE > all) {
      writer.forceMerge(1);
    }
  }
}
