package dev.akin.index.opensearch.document;

import dev.akin.base.Sha256;
import dev.akin.base.TextHash;
import dev.akin.index.record.IndexFields;
import dev.akin.index.record.PaperRecord;
import dev.akin.index.store.TextKey;
import dev.akin.index.word.AnalyzedText;
import dev.akin.index.word.WordLanguages;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.roles.PaperRoles;
import dev.akin.vector.TextVectors;
import dev.akin.work.TitlePage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the documents of [ClusterLayout], and the ids that they have in the cluster.
///
/// @hidden public for its own room only
public final class ClusterDocument {
  /// The longest id of a document, in bytes.
  private static final int MAX_ID_BYTES = 512;

  private static final int DIGEST_BYTES = 32;

  private ClusterDocument() {}

  /// The id of a paper's document.
  public static String id(PaperId paper) {
    return id("paper:", paper);
  }

  /// The id of a tombstone.
  public static String tombstoneId(PaperId paper) {
    return id("gone:", paper);
  }

  /// The id of the document of a shared text.
  public static String id(TextKey text) {
    return "text:" + text.value();
  }

  private static String id(String kind, PaperId paper) {
    String id = kind + paper.value();
    return id.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES
        ? id
        : kind + "#" + Sha256.hex(paper.value(), DIGEST_BYTES);
  }

  /// The document of a paper.
  ///
  /// @param text the key of its text; absent if it has none
  /// @param vectors of its text; absent if it has none, or another document has them
  /// @param commit the number of the commit that writes it
  public static ObjectNode of(
      Paper paper, @Nullable TextKey text, @Nullable TextVectors vectors, long commit) {
    ObjectNode document = document(commit);
    IndexFields.terms(paper).forEach((field, values) -> put(document, field, values));
    IndexFields.counted(paper).forEach((field, values) -> put(document, field, values));
    IndexFields.days(paper).forEach(document::put);
    if (paper.date() != null) {
      document.put(ClusterLayout.YEAR, paper.date().earliest().getYear());
    }
    document.put(
        ClusterLayout.CHANCE,
        (int) Math.floorMod(TextHash.of(paper.id().value()), (long) ClusterLayout.CHANCES));
    putWords(document, paper);
    BytesRef packed = PaperRecord.of(paper);
    document.put(
        IndexFields.RECORD,
        Arrays.copyOfRange(packed.bytes, packed.offset, packed.offset + packed.length));
    document.put(IndexFields.ROLES, PaperRoles.of(paper).toBytes());
    document.put(IndexFields.TITLE_PAGE, TitlePage.of(paper).toBytes());
    if (text != null) {
      document.put(ClusterLayout.TEXT, text.value());
      if (vectors != null) {
        putVectors(document, text, vectors);
      }
    }
    return document;
  }

  private static ObjectNode document(long commit) {
    return JsonNodeFactory.instance.objectNode().put(ClusterLayout.COMMIT, commit);
  }

  private static void put(ObjectNode document, String field, Collection<String> values) {
    ArrayNode all = document.putArray(field);
    values.forEach(all::add);
  }

  private static void putWords(ObjectNode document, Paper paper) {
    String language = WordLanguages.of(paper.language());
    AnalyzedText title = AnalyzedText.of(language, paper.title());
    AnalyzedText abstractText = AnalyzedText.of(language, paper.abstractText());
    document.put(IndexFields.TITLE_WORDS, title.line());
    document.putArray(IndexFields.WORDS).add(title.line()).add(abstractText.line());
    putLength(document, ClusterLayout.TITLE_LENGTH, title.count());
    putLength(document, ClusterLayout.WORDS_LENGTH, title.count() + abstractText.count());
    ArrayNode authors = document.putArray(IndexFields.AUTHOR_WORDS);
    paper.authors().forEach(author -> authors.add(AnalyzedText.ofName(author).line()));
  }

  private static void putLength(ObjectNode document, String field, int length) {
    if (length > 0) {
      document.put(field, length);
    }
  }

  /// The document of a text that several papers have.
  public static ObjectNode of(TextKey text, TextVectors vectors, long commit) {
    ObjectNode document = document(commit);
    putVectors(document, text, vectors);
    return document;
  }

  private static void putVectors(ObjectNode document, TextKey text, TextVectors vectors) {
    document.put(ClusterLayout.KEY, text.value());
    for (int column = 0; column < vectors.embeddings().size(); column++) {
      float[] vector = vectors.embeddings().get(column).toArray();
      ArrayNode numbers = document.putArray(ClusterLayout.vector(column));
      for (float number : vector) {
        numbers.add(number);
      }
      document.put(ClusterLayout.coordinates(column), bytes(vector));
    }
    document.put(ClusterLayout.SENTENCES, vectors.sentences().toBytes());
  }

  private static byte[] bytes(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  /// The document that prevents a deleted paper from being added again.
  public static ObjectNode tombstone(PaperId paper, long commit) {
    return document(commit).put(ClusterLayout.TOMBSTONE, paper.value());
  }
}
