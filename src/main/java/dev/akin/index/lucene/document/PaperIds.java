package dev.akin.index.lucene.document;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import dev.akin.index.record.IndexFields;
import dev.akin.index.store.TextKey;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
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
    PaperId id = idOf(paper);
    if (id == null) {
      throw new IllegalArgumentException("no paper has the number " + paper);
    }
    return id;
  }

  /// The id of a document, if it is a paper; otherwise absent.
  public @Nullable PaperId idOf(int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexFields.ID);
    return ids.advanceExact(document - leaf.docBase)
        ? new PaperId(ids.lookupOrd(ids.ordValue()).utf8ToString())
        : null;
  }

  /// The number of the paper with an id; empty if there is none.
  public OptionalInt paper(String id) throws IOException {
    return first(new Term(IndexFields.ID, id), _ -> true);
  }

  /// One of the papers that share a text and meet a condition; empty if there is none.
  public OptionalInt sharing(TextKey text, Predicate<PaperId> condition) throws IOException {
    Term term = new Term(PaperDocument.TEXT_TERM, text.value());
    return first(term, paper -> condition.test(id(paper)));
  }

  private interface Condition {
    boolean test(int document) throws IOException;
  }

  private OptionalInt first(Term term, Condition condition) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum papers = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = papers == null ? NO_MORE_DOCS : papers.nextDoc();
          doc != NO_MORE_DOCS;
          doc = papers.nextDoc()) {
        if ((live == null || live.get(doc)) && condition.test(leaf.docBase + doc)) {
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
      BytesRef key = own.binaryValue();
      return TextKey.ofBytes(key.bytes, key.offset, key.offset + key.length);
    }
    SortedDocValues keys = DocValues.getSorted(leaf.reader(), PaperDocument.TEXT);
    return keys.advanceExact(paper - leaf.docBase)
        ? new TextKey(keys.lookupOrd(keys.ordValue()).utf8ToString())
        : null;
  }

  /// Passes the number of every paper to `each`, ascending. Keeps nothing in memory.
  public void forEach(IntConsumer each) throws IOException {
    forEach((paper, _) -> each.accept(paper));
  }

  /// Receives a paper.
  interface Visitor {
    /// Called for each paper.
    ///
    /// @param ids is at the paper
    void paper(int paper, SortedDocValues ids) throws IOException;
  }

  /// Passes every paper to `visitor`, in the order of their numbers.
  void forEach(Visitor visitor) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexFields.ID);
      for (int doc = ids.nextDoc(); doc != NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (live == null || live.get(doc)) {
          visitor.paper(leaf.docBase + doc, ids);
        }
      }
    }
  }

  /// Passes the id of every paper to `each`, in the order of their numbers. Keeps nothing in
  /// memory.
  ///
  /// @return how many papers there are
  public long forEachId(Consumer<PaperId> each) throws IOException {
    long[] papers = {0};
    forEach(
        (_, ids) -> {
          each.accept(id(ids));
          papers[0]++;
        });
    return papers[0];
  }

  private static PaperId id(SortedDocValues ids) throws IOException {
    return new PaperId(ids.lookupOrd(ids.ordValue()).utf8ToString());
  }
}
