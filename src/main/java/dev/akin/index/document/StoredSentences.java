package dev.akin.index.document;

import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/// The sentence embeddings of texts, by the texts' numbers in a reader.
///
/// @param space the space of the index's first model
///
/// @hidden public for its own room only
public record StoredSentences(IndexReader reader, Space space) {
  /// The embeddings of a text's sentences.
  public SentenceEmbeddings of(int text) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(text, reader.leaves()));
    BinaryDocValues sentences = DocValues.getBinary(leaf.reader(), PaperDocument.SENTENCES);
    if (!sentences.advanceExact(text - leaf.docBase)) {
      return SentenceEmbeddings.none(space);
    }
    BytesRef bytes = sentences.binaryValue();
    return SentenceEmbeddings.ofBytes(
        space, Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
  }
}
