package dev.akin.index.opensearch.document;

import dev.akin.base.AkinException.Kind;
import dev.akin.index.record.IndexFields;
import dev.akin.index.record.PaperRecord;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A document that a search found, with the doc values that it asked for.
///
/// @param hit an entry of OpenSearch's `hits`
///
/// @hidden public for its own room only
public record FoundDocument(JsonNode hit) {
  /// The id of the document in the cluster.
  public String documentId() {
    return hit.path("_id").asString();
  }

  /// Where the next page begins.
  public JsonNode position() {
    return hit.path("sort");
  }

  private @Nullable String value(String field) {
    JsonNode value = hit.path("fields").path(field).path(0);
    return value.isMissingNode() ? null : value.asString();
  }

  /// The bytes of a field that was asked for.
  ///
  /// @throws IndexException if there are none
  public byte[] bytes(String field) {
    String value = value(field);
    if (value == null) {
      throw damaged(field + " is missing", null);
    }
    return Base64.getDecoder().decode(value);
  }

  /// The paper that it is; absent if it is a text or a tombstone.
  public @Nullable PaperId paperId() {
    String id = value(IndexFields.ID);
    return id == null ? null : new PaperId(id);
  }

  /// The key of a paper's text.
  public @Nullable TextKey text() {
    String key = value(ClusterLayout.TEXT);
    return key == null ? null : new TextKey(key);
  }

  /// The key of the text whose vectors it has.
  public @Nullable TextKey key() {
    String key = value(ClusterLayout.KEY);
    return key == null ? null : new TextKey(key);
  }

  /// The paper that was deleted permanently.
  public @Nullable PaperId tombstone() {
    String id = value(ClusterLayout.TOMBSTONE);
    return id == null ? null : new PaperId(id);
  }

  /// The bytes of the paper.
  public BytesRef record() {
    return new BytesRef(bytes(IndexFields.RECORD));
  }

  /// The paper, as it was written.
  ///
  /// @throws IndexException if its record is damaged
  public Paper paper() {
    try {
      return PaperRecord.read(record());
    } catch (IOException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  /// The vectors that it has.
  public TextVectors vectors(List<Space> spaces) {
    try {
      List<Embedding> embeddings = new ArrayList<>();
      for (int column = 0; column < spaces.size(); column++) {
        embeddings.add(Embedding.ofUnit(spaces.get(column), coordinates(column)));
      }
      return new TextVectors(
          embeddings,
          SentenceEmbeddings.ofBytes(spaces.getFirst(), bytes(ClusterLayout.SENTENCES)));
    } catch (IllegalArgumentException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  /// The vector by one model.
  ///
  /// @param column the index of the model among the models of the index, from 0
  public float[] coordinates(int column) {
    byte[] bytes = bytes(ClusterLayout.coordinates(column));
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }

  private IndexException damaged(@Nullable String why, @Nullable Throwable cause) {
    return new IndexException(
        Kind.IO,
        "%s: the document %s is damaged: %s; index the papers again"
            .formatted(hit.path("_index").asString(), documentId(), why),
        cause);
  }
}
