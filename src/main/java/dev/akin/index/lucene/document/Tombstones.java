package dev.akin.index.lucene.document;

import dev.akin.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/// The papers that were deleted permanently.
///
/// @hidden public for its own room only
public final class Tombstones {
  private Tombstones() {}

  /// Their ids in a reader, in order.
  public static List<PaperId> in(IndexReader reader) throws IOException {
    List<PaperId> deleted = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), PaperDocument.TOMBSTONE);
      for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (live == null || live.get(doc)) {
          deleted.add(new PaperId(ids.lookupOrd(ids.ordValue()).utf8ToString()));
        }
      }
    }
    Collections.sort(deleted);
    return deleted;
  }
}
