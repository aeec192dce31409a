package dev.akin.index.lucene.build;

import dev.akin.index.lucene.document.DocValuesCursor;
import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.document.PaperIds;
import dev.akin.index.lucene.document.StoredPapers;
import dev.akin.index.lucene.document.StoredSentences;
import dev.akin.index.lucene.document.TermDocuments;
import dev.akin.index.lucene.document.Vectors;
import dev.akin.index.record.IndexFields;
import dev.akin.index.record.PaperRecord;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Looks up papers and texts in a reader. Made for many look-ups one after the other. For one
/// thread.
///
/// @hidden public for its own room only
public final class PaperLookup {
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final TermDocuments ids;
  private final TermDocuments tombstones;
  private final TermDocuments keys;
  private final DocValuesCursor<BinaryDocValues> records;

  public PaperLookup(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.ids = new TermDocuments(reader, IndexFields.ID);
    this.tombstones = new TermDocuments(reader, PaperDocument.TOMBSTONE);
    this.keys = new TermDocuments(reader, PaperDocument.KEY);
    this.records =
        new DocValuesCursor<>(reader, segment -> DocValues.getBinary(segment, IndexFields.RECORD));
  }

  /// Compares a paper with what the reader has of it.
  public PaperStatus status(Paper paper) throws IOException {
    int doc = ids.find(paper.id().value());
    BinaryDocValues record = doc < 0 ? null : records.at(doc);
    if (record == null) {
      return isDeleted(paper.id()) ? PaperStatus.DELETED : PaperStatus.NEW;
    }
    BytesRef stored = record.binaryValue();
    return PaperRecord.isOf(stored, paper)
        ? PaperStatus.SAME
        : PaperStatus.of(StoredPapers.read(reader, doc), paper);
  }

  boolean holds(PaperId id) throws IOException {
    return ids.find(id.value()) >= 0;
  }

  boolean holds(TextKey text) throws IOException {
    return keys.find(text.value()) >= 0;
  }

  /// The number of the document that has the vectors of a text; negative if there is none.
  int documentOf(TextKey text) throws IOException {
    return keys.find(text.value());
  }

  /// The id of a document, if it is a paper; otherwise absent.
  @Nullable PaperId idOf(int document) throws IOException {
    return new PaperIds(reader).idOf(document);
  }

  /// Whether one of the papers that share a text meets a condition.
  boolean hasPaper(TextKey text, Predicate<PaperId> condition) throws IOException {
    return new PaperIds(reader).sharing(text, condition).isPresent();
  }

  Paper paper(int document) throws IOException {
    return StoredPapers.read(reader, document);
  }

  /// The vectors of a text.
  ///
  /// @param document that has them
  TextVectors vectors(int document, List<Space> spaces) throws IOException {
    return new TextVectors(
        Vectors.all(reader, spaces, document),
        new StoredSentences(reader, spaces.getFirst()).of(document));
  }

  /// Whether a paper was deleted permanently.
  boolean isDeleted(PaperId id) throws IOException {
    return tombstones.find(id.value()) >= 0;
  }

  /// The key of a paper's text; absent if there is no such paper, or it has no text.
  @Nullable TextKey textOf(PaperId id) throws IOException {
    int doc = ids.find(id.value());
    return doc < 0 ? null : new PaperIds(reader).text(doc);
  }

  /// How many documents match.
  int count(Query query) throws IOException {
    return searcher.count(query);
  }

  /// The numbers of documents that match.
  ///
  /// @param count maximum number of documents, at least 1
  List<Integer> find(Query query, int count) throws IOException {
    return Arrays.stream(searcher.search(query, count, Sort.INDEXORDER).scoreDocs)
        .map(hit -> hit.doc)
        .toList();
  }

  DirectoryReader reader() {
    return reader;
  }
}
