package dev.akin.index.opensearch.build;

import dev.akin.base.AkinException.Kind;
import dev.akin.index.opensearch.document.ClusterDocument;
import dev.akin.index.opensearch.document.ClusterLayout;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A document that a search found, with the doc values that it asked for.
///
/// @param hit an entry of OpenSearch's `hits`
record FoundDocument(JsonNode hit) {
  /// The id of the document in the cluster.
  String documentId() {
    return hit.path("_id").asString();
  }

  /// Where the next page begins.
  JsonNode position() {
    return hit.path("sort");
  }

  private @Nullable String value(String field) {
    JsonNode value = hit.path("fields").path(field).path(0);
    return value.isMissingNode() ? null : value.asString();
  }

  byte @Nullable [] bytes(String field) {
    String value = value(field);
    return value == null ? null : Base64.getDecoder().decode(value);
  }

  private byte[] requireBytes(String field) {
    byte[] bytes = bytes(field);
    if (bytes == null) {
      throw damaged(field + " is missing", null);
    }
    return bytes;
  }

  /// The paper that it is; absent if it is a text or a tombstone.
  @Nullable PaperId paperId() {
    String id = value(IndexFields.ID);
    return id == null ? null : new PaperId(id);
  }

  /// The key of a paper's text.
  @Nullable TextKey text() {
    String key = value(ClusterLayout.TEXT);
    return key == null ? null : new TextKey(key);
  }

  /// The key of the text whose vectors it has.
  @Nullable TextKey key() {
    String key = value(ClusterLayout.KEY);
    return key == null ? null : new TextKey(key);
  }

  /// The paper that was deleted permanently.
  @Nullable PaperId tombstone() {
    String id = value(ClusterLayout.TOMBSTONE);
    return id == null ? null : new PaperId(id);
  }

  /// The bytes of the paper.
  BytesRef record() {
    return new BytesRef(requireBytes(IndexFields.RECORD));
  }

  Paper paper() {
    try {
      return PaperRecord.read(record());
    } catch (IOException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  /// The vectors that it has.
  TextVectors vectors(List<Space> spaces) {
    try {
      List<Embedding> embeddings = new ArrayList<>();
      for (int column = 0; column < spaces.size(); column++) {
        embeddings.add(
            ClusterDocument.embedding(
                spaces.get(column), requireBytes(ClusterLayout.coordinates(column))));
      }
      return new TextVectors(
          embeddings,
          SentenceEmbeddings.ofBytes(spaces.getFirst(), requireBytes(ClusterLayout.SENTENCES)));
    } catch (IllegalArgumentException e) {
      throw damaged(e.getMessage(), e);
    }
  }

  private IndexException damaged(@Nullable String why, @Nullable Throwable cause) {
    return new IndexException(
        Kind.IO,
        "%s: the document %s is damaged: %s; index the papers again"
            .formatted(hit.path("_index").asString(), documentId(), why),
        cause);
  }
}
