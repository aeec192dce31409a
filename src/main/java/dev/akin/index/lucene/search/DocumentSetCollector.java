package dev.akin.index.lucene.search;

import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/// Collects the documents that a query matches.
final class DocumentSetCollector extends SimpleCollector {
  private final FixedBitSet documents;
  private int docBase;

  private DocumentSetCollector(FixedBitSet documents) {
    this.documents = documents;
  }

  /// For a searcher with one thread.
  ///
  /// @param documents the set that is filled; as long as the reader
  record Manager(FixedBitSet documents)
      implements CollectorManager<DocumentSetCollector, FixedBitSet> {
    @Override
    public DocumentSetCollector newCollector() {
      return new DocumentSetCollector(documents);
    }

    @Override
    public FixedBitSet reduce(Collection<DocumentSetCollector> collectors) {
      return documents;
    }
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) {
    docBase = leaf.docBase;
  }

  @Override
  public void collect(int doc) {
    documents.set(docBase + doc);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
