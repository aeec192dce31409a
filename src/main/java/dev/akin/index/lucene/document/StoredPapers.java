package dev.akin.index.lucene.document;

import dev.akin.base.AkinException;
import dev.akin.index.record.IndexFields;
import dev.akin.index.record.PaperRecord;
import dev.akin.paper.Paper;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/// The records of papers, in the doc value `record` ([PaperRecord]).
///
/// @hidden public for its own room only
public final class StoredPapers {
  private StoredPapers() {}

  /// Reads one paper.
  ///
  /// @param paper its number in the reader
  /// @throws IllegalArgumentException if no paper has this number
  /// @throws dev.akin.index.store.IndexException if its record is damaged; the message names it
  public static Paper read(IndexReader reader, int paper) throws IOException {
    return read(reader, records(reader), paper);
  }

  /// Reads papers.
  ///
  /// @param papers their numbers in the reader
  /// @return the papers by number
  /// @throws IllegalArgumentException if no paper has one of these numbers
  public static Map<Integer, Paper> read(IndexReader reader, Collection<Integer> papers)
      throws IOException {
    DocValuesCursor<BinaryDocValues> records = records(reader);
    Map<Integer, Paper> read = new HashMap<>();
    for (int paper : new TreeSet<>(papers)) {
      read.put(paper, read(reader, records, paper));
    }
    return read;
  }

  /// Reads all papers one by one, and keeps none in memory.
  public static void readAll(IndexReader reader, Consumer<Paper> each) throws IOException {
    DocValuesCursor<BinaryDocValues> records = records(reader);
    new PaperIds(reader).forEach((paper, _) -> each.accept(read(reader, records, paper)));
  }

  /// Reads those of some documents that are papers, also papers that were deleted or replaced.
  ///
  /// @param documents their numbers in the reader, ascending
  public static void readIfThere(IndexReader reader, int[] documents, Consumer<Paper> each)
      throws IOException {
    DocValuesCursor<BinaryDocValues> records = records(reader);
    for (int document : documents) {
      BinaryDocValues record = records.at(document);
      if (record != null) {
        each.accept(read(reader, document, record.binaryValue()));
      }
    }
  }

  private static DocValuesCursor<BinaryDocValues> records(IndexReader reader) {
    return new DocValuesCursor<>(
        reader, segment -> DocValues.getBinary(segment, IndexFields.RECORD));
  }

  private static Paper read(IndexReader reader, DocValuesCursor<BinaryDocValues> records, int paper)
      throws IOException {
    BinaryDocValues record = records.at(paper);
    if (record == null) {
      throw new IllegalArgumentException("no paper has the number " + paper);
    }
    return read(reader, paper, record.binaryValue());
  }

  private static Paper read(IndexReader reader, int paper, BytesRef record) throws IOException {
    try {
      return PaperRecord.read(record);
    } catch (IOException e) {
      throw DamagedDocument.record(reader, paper, AkinException.reason(e));
    }
  }
}
