package dev.akin.index.lucene.document;

import dev.akin.index.word.WordCounts;
import dev.akin.paper.Paper;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/// The [WordCounts] of papers of one segment. Papers that an earlier akin wrote have none. For one
/// thread.
///
/// @hidden public for its own room only
public final class StoredWordCounts {
  private final BinaryDocValues papers;
  private final ByteArrayDataInput in = new ByteArrayDataInput();

  public StoredWordCounts(LeafReader segment) throws IOException {
    this.papers = DocValues.getBinary(segment, PaperDocument.WORD_COUNTS);
  }

  /// Passes each word of a paper to `visitor`.
  ///
  /// @param paper its number in the segment, not below that of the call before
  /// @return whether the paper has counts
  public boolean forEach(int paper, WordCounts.Visitor visitor) throws IOException {
    if (!papers.advanceExact(paper)) {
      return false;
    }
    BytesRef bytes = papers.binaryValue();
    in.reset(bytes.bytes, bytes.offset, bytes.length);
    WordCounts.forEach(in, visitor);
    return true;
  }

  /// Whether a paper of `reader` has no counts, or those of `record`.
  ///
  /// @param paper its number in `reader`
  public static boolean areOf(Paper record, IndexReader reader, int paper) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(paper, reader.leaves()));
    BinaryDocValues stored = DocValues.getBinary(leaf.reader(), PaperDocument.WORD_COUNTS);
    return !stored.advanceExact(paper - leaf.docBase)
        || stored.binaryValue().bytesEquals(new BytesRef(WordCounts.of(record)));
  }
}
