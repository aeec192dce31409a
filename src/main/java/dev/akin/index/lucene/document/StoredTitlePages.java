package dev.akin.index.lucene.document;

import dev.akin.index.record.IndexFields;
import dev.akin.work.TitlePage;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/// The title pages of papers, by the papers' numbers in a reader. Fast in ascending order. For one
/// thread.
///
/// Papers that an earlier akin wrote have none; theirs are made when they are read.
///
/// @hidden public for its own room only
public final class StoredTitlePages {
  private final IndexReader reader;
  private final DocValuesCursor<BinaryDocValues> papers;

  public StoredTitlePages(IndexReader reader) {
    this.reader = reader;
    this.papers =
        new DocValuesCursor<>(
            reader, segment -> DocValues.getBinary(segment, IndexFields.TITLE_PAGE));
  }

  /// The title page of a paper.
  public TitlePage of(int paper) throws IOException {
    BinaryDocValues stored = papers.at(paper);
    if (stored == null) {
      return TitlePage.of(StoredPapers.read(reader, paper));
    }
    BytesRef bytes = stored.binaryValue();
    return TitlePage.ofBytes(bytes.bytes, bytes.offset, bytes.length);
  }
}
