package dev.akin.index.opensearch.document;

import dev.akin.base.TextHash;
import dev.akin.index.record.IndexFields;
import dev.akin.index.record.PaperRecord;
import dev.akin.index.store.TextKey;
import dev.akin.index.word.WordLanguages;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.roles.PaperRoles;
import dev.akin.vector.TextVectors;
import dev.akin.work.TitlePage;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The three kinds of documents in a cluster: papers, shared texts and tombstones.
///
/// - A *paper* has what it is found by ([IndexFields]), its record, the roles of its sentences and
///   its title page as bytes in base 64, and the key of its text. If no other paper has its text, it
///   also has a vector for each model, and the vectors of its sentences.
/// - A *shared text* is one that several papers have: its key, vectors and sentences.
/// - A *tombstone* has the id of a paper that was deleted permanently, and nothing else of it.
///
/// @hidden public for its own room only
public final class PaperJson {
  /// The key of a paper's text.
  public static final String TEXT = "text";

  /// The key of a text in a document that has its vectors.
  public static final String KEY = "key";

  public static final String SENTENCES = "sentences";
  public static final String TOMBSTONE = "tombstone";

  /// How many words there are in `words` and `titleWords`.
  public static final String TEXT_LENGTH = "textLength";

  public static final String TITLE_LENGTH = "titleLength";

  /// The year of the first day.
  public static final String YEAR = "year";

  /// The first day, and the least number if there is none.
  public static final String SORT_DAY = "sortDay";

  /// A number from 0 that chance draws for a paper, always the same, to take a share of papers.
  public static final String CHANCE = "chance";

  /// Numbers of [#CHANCE] are smaller.
  public static final int CHANCES = 1 << 20;

  public static final int UNDATED = Integer.MIN_VALUE;

  private PaperJson() {}

  /// The field of the vectors by one model.
  ///
  /// @param column the index of the model among the models of the index, from 0
  public static String vector(int column) {
    return "vector" + column;
  }

  /// The document of a paper whose text no other paper has.
  public static ObjectNode of(Paper paper, TextKey key, TextVectors vectors) {
    ObjectNode document = of(paper, key);
    addVectors(document, key, vectors);
    return document;
  }

  /// The document of a paper that shares its text.
  public static ObjectNode of(Paper paper, TextKey key) {
    return of(paper).put(TEXT, key.value());
  }

  /// The document of a paper without text.
  public static ObjectNode of(Paper paper) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    IndexFields.terms(paper).forEach((field, terms) -> put(document, field, terms));
    IndexFields.counted(paper).forEach((field, values) -> put(document, field, values));
    IndexFields.days(paper).forEach(document::put);
    document.put(SORT_DAY, document.path(IndexFields.FIRST_DAY).asInt(UNDATED));
    if (paper.date() != null) {
      document.put(YEAR, paper.date().earliest().getYear());
    }
    document.put(CHANCE, (int) Math.floorMod(TextHash.of(paper.id().value()), (long) CHANCES));
    addWords(document, paper);
    BytesRef record = PaperRecord.of(paper);
    put(
        document,
        IndexFields.RECORD,
        Arrays.copyOfRange(record.bytes, record.offset, record.offset + record.length));
    put(document, IndexFields.ROLES, PaperRoles.of(paper).toBytes());
    put(document, IndexFields.TITLE_PAGE, TitlePage.of(paper).toBytes());
    return document;
  }

  /// The document of a text that several papers have.
  public static ObjectNode of(TextKey key, TextVectors vectors) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    addVectors(document, key, vectors);
    return document;
  }

  /// The document that prevents a deleted paper from being added again.
  public static ObjectNode tombstone(PaperId id) {
    return JsonNodeFactory.instance.objectNode().put(TOMBSTONE, id.value());
  }

  private static void addVectors(ObjectNode document, TextKey key, TextVectors vectors) {
    document.put(KEY, key.value());
    for (int column = 0; column < vectors.embeddings().size(); column++) {
      ArrayNode coordinates = document.putArray(vector(column));
      for (float coordinate : vectors.embeddings().get(column).toArray()) {
        coordinates.add(coordinate);
      }
    }
    put(document, SENTENCES, vectors.sentences().toBytes());
  }

  private static void addWords(ObjectNode document, Paper paper) {
    String language = WordLanguages.of(paper.language());
    String title = SplitText.of(language, paper.title());
    String abstractText = SplitText.of(language, paper.abstractText());
    put(document, IndexFields.TITLE_WORDS, List.of(title));
    put(document, IndexFields.WORDS, List.of(title, abstractText));
    put(
        document,
        IndexFields.AUTHOR_WORDS,
        paper.authors().stream().map(SplitText::ofName).toList());
    putLength(document, TITLE_LENGTH, SplitText.count(List.of(title)));
    putLength(document, TEXT_LENGTH, SplitText.count(List.of(title, abstractText)));
  }

  private static void putLength(ObjectNode document, String field, int words) {
    if (words > 0) {
      document.put(field, words);
    }
  }

  private static void put(ObjectNode document, String field, Collection<String> values) {
    if (!values.isEmpty()) {
      values.forEach(document.putArray(field)::add);
    }
  }

  private static void put(ObjectNode document, String field, byte[] bytes) {
    document.put(field, Base64.getEncoder().encodeToString(bytes));
  }
}
