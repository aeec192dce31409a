package dev.akin.index.build;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;

/// Merges an index into few parts: a search visits the graph of each.
///
/// Into one, but for a night with few new papers: they make a small part of their own beside the
/// large one, which grows night after night until it is worth a merge of all.
///
/// @hidden public for its own room only
public record Compaction(IndexWriter writer) {
  private static final int MAX_PARTS = 2;

  /// One in so many documents outside the largest part, or deleted from it.
  private static final int MAX_SHARE_OUTSIDE = 10;

  /// Merges parts until few are left.
  ///
  /// @param reader that sees everything
  public void compact(IndexReader reader) throws IOException {
    List<LeafReaderContext> parts = reader.leaves();
    int largest = parts.stream().mapToInt(part -> part.reader().numDocs()).max().orElse(0);
    int all = reader.numDocs();
    int outside = all - largest + reader.numDeletedDocs();
    writer.forceMerge(outside * MAX_SHARE_OUTSIDE > all ? 1 : MAX_PARTS);
  }
}
