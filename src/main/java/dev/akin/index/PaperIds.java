package dev.akin.index;

import dev.akin.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// The ids of papers by their number in a reader.
final class PaperIds {
  private final IndexReader reader;

  PaperIds(IndexReader reader) {
    this.reader = reader;
  }

  /// @throws IllegalArgumentException if there is no such paper
  PaperId id(int paper) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(paper, reader.leaves()));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), PaperDocument.ID);
    if (!ids.advanceExact(paper - leaf.docBase)) {
      throw new IllegalArgumentException("no paper has the number " + paper);
    }
    return new PaperId(ids.lookupOrd(ids.ordValue()).utf8ToString());
  }

  /// The key of a paper's text; absent if it has none.
  @Nullable TextKey text(int paper) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(paper, reader.leaves()));
    SortedDocValues keys = DocValues.getSorted(leaf.reader(), PaperDocument.TEXT);
    return keys.advanceExact(paper - leaf.docBase)
        ? new TextKey(keys.lookupOrd(keys.ordValue()).utf8ToString())
        : null;
  }

  List<PaperId> all() throws IOException {
    List<PaperId> all = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), PaperDocument.ID);
      for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (live == null || live.get(doc)) {
          all.add(new PaperId(ids.lookupOrd(ids.ordValue()).utf8ToString()));
        }
      }
    }
    return all;
  }

  void forEach(IntConsumer each) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), PaperDocument.ID);
      for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (live == null || live.get(doc)) {
          each.accept(leaf.docBase + doc);
        }
      }
    }
  }
}
