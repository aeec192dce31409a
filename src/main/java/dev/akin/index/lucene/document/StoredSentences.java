package dev.akin.index.lucene.document;

import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/// The sentence embeddings of texts, by the texts' numbers in a reader. Fast in ascending order.
/// For one thread.
///
/// @hidden public for its own room only
public final class StoredSentences {
  private final DocValuesCursor<BinaryDocValues> texts;
  private final DocValuesCursor<BinaryDocValues> earlier;
  private final Space space;

  /// @param space the space of the index's first model
  public StoredSentences(IndexReader reader, Space space) {
    this.texts = cursor(reader, PaperDocument.SENTENCES);
    this.earlier = cursor(reader, PaperDocument.WHOLE_BYTE_SENTENCES);
    this.space = space;
  }

  private static DocValuesCursor<BinaryDocValues> cursor(IndexReader reader, String field) {
    return new DocValuesCursor<>(reader, segment -> DocValues.getBinary(segment, field));
  }

  /// The embeddings of a text's sentences.
  public SentenceEmbeddings of(int text) throws IOException {
    BinaryDocValues sentences = texts.at(text);
    if (sentences != null) {
      return SentenceEmbeddings.ofBytes(space, bytes(sentences));
    }
    BinaryDocValues old = earlier.at(text);
    return old == null
        ? SentenceEmbeddings.none(space)
        : SentenceEmbeddings.ofWholeBytes(space, bytes(old));
  }

  private static byte[] bytes(BinaryDocValues sentences) throws IOException {
    BytesRef bytes = sentences.binaryValue();
    return Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }
}
