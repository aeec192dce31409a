package dev.akin.index.lucene.document;

import dev.akin.index.record.IndexFields;
import dev.akin.index.record.PaperRecord;
import dev.akin.index.store.TextKey;
import dev.akin.index.word.WordCounts;
import dev.akin.index.word.WordLanguages;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.roles.PaperRoles;
import dev.akin.vector.TextVectors;
import dev.akin.work.TitlePage;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// The three kinds of Lucene documents in an index: papers, shared texts and tombstones.
///
/// - A *paper* has its `id`, the fields of filters and word search, its record ([PaperRecord]), the
///   roles of its sentences ([PaperRoles]), its [TitlePage] and its [WordCounts]. If no other paper
///   has its text, it also has the `key` of the text, a vector for each model, and the vectors of
///   its sentences.
/// - A *shared text* is one that several papers have: its `key`, vectors and sentences are in a
///   document of its own, because copies of a vector would make other papers unreachable in the
///   graph. The doc value `text` joins it and its papers ([TextTable]). A paper also has it as a
///   term, `textTerm`: Lucene wants a field to have the same form in all documents.
/// - A *tombstone* has the id of a paper that was deleted permanently, and nothing else of it.
///
/// Shared texts and tombstones also have the fields of words, empty. An earlier akin left these
/// out, and made a document of every text.
///
/// All words of papers are in two fields, whatever their language: a name is the same word in every
/// language, and where akin is wrong about a language, little is lost. An article of one language
/// does not become a rare word of another, because it is in the field only where it is no article.
///
/// @hidden public for its own room only
public final class PaperDocument {

  public static final String TEXT = "text";
  public static final String TEXT_TERM = "textTerm";

  /// The key of a text that only this paper has, as bytes.
  static final String OWN_TEXT = "ownText";

  public static final String KEY = "key";
  static final String SENTENCES = "halfByteSentences";

  /// The sentences as an earlier akin stored them.
  static final String WHOLE_BYTE_SENTENCES = "sentences";

  public static final String WORD_COUNTS = "wordCounts";

  public static final String TOMBSTONE = "tombstone";

  private static final String VECTOR = "vector";

  private PaperDocument() {}

  /// The field of the vectors by one model.
  ///
  /// @param column the index of the model among the models of the index, from 0
  public static String vector(int column) {
    return VECTOR + column;
  }

  /// The document of a text that several papers have.
  public static Document of(TextKey key, TextVectors vectors) {
    Document document = withoutWords();
    document.add(new SortedDocValuesField(TEXT, new BytesRef(key.value())));
    addVectors(document, key, vectors);
    return document;
  }

  private static void addVectors(Document document, TextKey key, TextVectors vectors) {
    document.add(new StringField(KEY, key.value(), Field.Store.NO));
    for (int column = 0; column < vectors.embeddings().size(); column++) {
      float[] vector = vectors.embeddings().get(column).toArray();
      document.add(
          new KnnFloatVectorField(vector(column), vector, VectorSimilarityFunction.DOT_PRODUCT));
    }
    document.add(new BinaryDocValuesField(SENTENCES, new BytesRef(vectors.sentences().toBytes())));
  }

  /// The document of a paper whose text no other paper has.
  public static Document of(Paper paper, TextKey key, TextVectors vectors) {
    Document document = of(paper);
    document.add(new BinaryDocValuesField(OWN_TEXT, new BytesRef(key.toBytes())));
    addVectors(document, key, vectors);
    return document;
  }

  /// The document of a paper that shares its text.
  public static Document of(Paper paper, TextKey key) {
    Document document = of(paper);
    document.add(new StringField(TEXT_TERM, key.value(), Field.Store.NO));
    document.add(new SortedDocValuesField(TEXT, new BytesRef(key.value())));
    return document;
  }

  /// The document of a paper without text.
  public static Document of(Paper paper) {
    Document document = new Document();
    IndexFields.terms(paper).forEach((field, terms) -> addTerms(document, field, terms));
    document.add(new SortedDocValuesField(IndexFields.ID, new BytesRef(paper.id().value())));
    addBytes(document, IndexFields.RECORD, PaperRecord.of(paper));
    addBytes(document, IndexFields.ROLES, new BytesRef(PaperRoles.of(paper).toBytes()));
    addBytes(document, IndexFields.TITLE_PAGE, new BytesRef(TitlePage.of(paper).toBytes()));
    addBytes(document, WORD_COUNTS, new BytesRef(WordCounts.of(paper)));
    addWords(document, paper);
    addDays(document, IndexFields.days(paper));
    addCounted(document, IndexFields.counted(paper));
    return document;
  }

  /// Matches the papers that an earlier akin wrote in another form.
  public static Query earlier() {
    return new BooleanQuery.Builder()
        .add(new FieldExistsQuery(IndexFields.ID), Occur.FILTER)
        .add(new TermQuery(new Term(IndexFields.FORM, IndexFields.CURRENT_FORM)), Occur.MUST_NOT)
        .build();
  }

  /// The document that prevents a deleted paper from being added again.
  public static Document tombstone(PaperId id) {
    Document document = withoutWords();
    document.add(new StringField(TOMBSTONE, id.value(), Field.Store.NO));
    document.add(new SortedDocValuesField(TOMBSTONE, new BytesRef(id.value())));
    return document;
  }

  private static void addTerms(Document document, String field, Set<String> terms) {
    terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
  }

  private static void addBytes(Document document, String field, BytesRef bytes) {
    document.add(new BinaryDocValuesField(field, bytes));
  }

  /// A document that is found by no word. It has their fields, empty: if a single document lacks a
  /// field, Lucene looks up the length of every other one in a list of those that have it, which
  /// takes a fifth of a search by words.
  private static Document withoutWords() {
    Document document = new Document();
    document.add(new WordsField(IndexFields.TITLE_WORDS, "", WordLanguages.USUAL));
    document.add(new WordsField(IndexFields.WORDS, "", WordLanguages.USUAL));
    return document;
  }

  private static void addWords(Document document, Paper paper) {
    String language = WordLanguages.of(paper.language());
    document.add(new WordsField(IndexFields.TITLE_WORDS, paper.title(), language));
    document.add(new WordsField(IndexFields.WORDS, paper.title(), language));
    document.add(new WordsField(IndexFields.WORDS, paper.abstractText(), language));
    for (String author : paper.authors()) {
      document.add(new TextField(IndexFields.AUTHOR_WORDS, author, Field.Store.NO));
    }
  }

  private static void addDays(Document document, Map<String, Integer> days) {
    days.forEach((field, day) -> document.add(new IntPoint(field, day)));
    if (days.containsKey(IndexFields.FIRST_DAY)) {
      int first = days.get(IndexFields.FIRST_DAY);
      document.add(new NumericDocValuesField(IndexFields.FIRST_DAY, first));
    }
  }

  private static void addCounted(Document document, Map<String, Set<String>> counted) {
    for (String category : counted.getOrDefault(IndexFields.CATEGORY_COUNT, Set.of())) {
      document.add(new SortedSetDocValuesField(IndexFields.CATEGORY_COUNT, new BytesRef(category)));
    }
    for (String language : counted.getOrDefault(IndexFields.LANGUAGE_COUNT, Set.of())) {
      document.add(new SortedDocValuesField(IndexFields.LANGUAGE_COUNT, new BytesRef(language)));
    }
  }
}
