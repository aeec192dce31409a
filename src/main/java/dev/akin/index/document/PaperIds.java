package dev.akin.index.document;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import dev.akin.paper.PaperId;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// The ids and text keys of papers, by their numbers in a reader.
///
/// @hidden public for its own room only
public final class PaperIds {
  private final IndexReader reader;

  public PaperIds(IndexReader reader) {
    this.reader = reader;
  }

  /// The id of a paper.
  ///
  /// @throws IllegalArgumentException if no paper has this number
  public PaperId id(int paper) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(paper, reader.leaves()));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), PaperDocument.ID);
    if (!ids.advanceExact(paper - leaf.docBase)) {
      throw new IllegalArgumentException("no paper has the number " + paper);
    }
    return new PaperId(ids.lookupOrd(ids.ordValue()).utf8ToString());
  }

  /// The number of the paper with an id; empty if there is none.
  public OptionalInt paper(String id) throws IOException {
    Term term = new Term(PaperDocument.ID, id);
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum papers = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = papers == null ? NO_MORE_DOCS : papers.nextDoc();
          doc != NO_MORE_DOCS;
          doc = papers.nextDoc()) {
        if (live == null || live.get(doc)) {
          return OptionalInt.of(leaf.docBase + doc);
        }
      }
    }
    return OptionalInt.empty();
  }

  /// The key of a paper's text; absent if the paper has none.
  public @Nullable TextKey text(int paper) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(paper, reader.leaves()));
    BinaryDocValues own = DocValues.getBinary(leaf.reader(), PaperDocument.OWN_TEXT);
    if (own.advanceExact(paper - leaf.docBase)) {
      return TextKey.ofBytes(own.binaryValue());
    }
    SortedDocValues keys = DocValues.getSorted(leaf.reader(), PaperDocument.TEXT);
    return keys.advanceExact(paper - leaf.docBase)
        ? new TextKey(keys.lookupOrd(keys.ordValue()).utf8ToString())
        : null;
  }

  /// Passes the number of every paper to `each`.
  public void forEach(IntConsumer each) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), PaperDocument.ID);
      for (int doc = ids.nextDoc(); doc != NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (live == null || live.get(doc)) {
          each.accept(leaf.docBase + doc);
        }
      }
    }
  }
}
