package dev.akin.index.lucene.document;

import dev.akin.index.record.IndexFields;
import dev.akin.roles.PaperRoles;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/// The roles of papers' sentences, by the papers' numbers in a reader. Fast in ascending order. For
/// one thread.
///
/// Papers that an earlier akin wrote have none; theirs are found when they are read.
///
/// @hidden public for its own room only
public final class StoredRoles {
  private final IndexReader reader;
  private final DocValuesCursor<BinaryDocValues> papers;

  public StoredRoles(IndexReader reader) {
    this.reader = reader;
    this.papers =
        new DocValuesCursor<>(reader, segment -> DocValues.getBinary(segment, IndexFields.ROLES));
  }

  /// The roles of a paper's sentences.
  public PaperRoles of(int paper) throws IOException {
    BinaryDocValues roles = papers.at(paper);
    if (roles == null) {
      return PaperRoles.of(StoredPapers.read(reader, paper));
    }
    BytesRef bytes = roles.binaryValue();
    return PaperRoles.ofBytes(
        Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
  }
}
