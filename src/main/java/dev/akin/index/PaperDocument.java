package dev.akin.index;

import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.vector.Embedding;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Papers and texts as Lucene documents, of two kinds.
///
/// A *paper* has an `id`, the fields that filters ask for, its stored record, and the key of its
/// text. A *text* has its `key` and a vector. Papers of equal text share one: copies of a vector
/// would make other papers unreachable in the graph. They are joined by the doc value `text`, which
/// a paper has as a term too, in a field of its own: all documents of a field are of one form.
final class PaperDocument {
  static final String ID = "id";
  static final String ID_LOWER = "idLower";
  static final String ALIAS = "alias";
  static final String TEXT = "text";
  static final String TEXT_TERM = "textTerm";
  static final String FIRST_DAY = "firstDay";
  static final String LAST_DAY = "lastDay";
  static final String CATEGORY = "category";
  static final String AUTHOR_WORDS = "authorWords";
  static final String WORDS = "words";
  static final String KNOWN_BY = "knownBy";
  static final String BY_TITLE = "title";
  static final String BY_NOTHING = "nothing";

  static final String KEY = "key";
  static final String VECTOR = "vector";

  private static final String TITLE = "title";
  private static final String ABSTRACT = "abstract";
  private static final String AUTHOR = "author";
  private static final String DATE = "date";
  private static final String CATEGORY_NAME = "categoryName";
  private static final String URL = "url";
  private static final String DOI = "doi";

  private static final int MAX_TERM_CHARS = 1_000;

  private PaperDocument() {}

  /// The document of a text.
  static Document of(TextKey key, Embedding embedding) {
    Document document = new Document();
    document.add(new StringField(KEY, key.value(), Field.Store.NO));
    document.add(new SortedDocValuesField(TEXT, new BytesRef(key.value())));
    document.add(
        new KnnFloatVectorField(VECTOR, embedding.toArray(), VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  /// The document of a paper.
  ///
  /// @param key of its text; absent if it has none
  static Document of(Paper paper, @Nullable TextKey key) {
    Document document = new Document();
    document.add(new StringField(ID, paper.id().value(), Field.Store.YES));
    document.add(new SortedDocValuesField(ID, new BytesRef(paper.id().value())));
    String lower = paper.id().value().toLowerCase(Locale.ROOT);
    document.add(new StringField(ID_LOWER, lower, Field.Store.NO));
    for (String alias : Identifiers.of(paper)) {
      addTerm(document, ALIAS, alias);
    }
    if (key != null) {
      document.add(new StringField(TEXT_TERM, key.value(), Field.Store.NO));
      document.add(new SortedDocValuesField(TEXT, new BytesRef(key.value())));
    }
    addText(document, paper);
    addDate(document, paper.date());
    for (String author : paper.authors()) {
      document.add(new StoredField(AUTHOR, author));
      document.add(new TextField(AUTHOR_WORDS, author, Field.Store.NO));
    }
    addCategories(document, paper.categories());
    addStored(document, URL, paper.url());
    addStored(document, DOI, paper.doi());
    return document;
  }

  private static void addText(Document document, Paper paper) {
    document.add(new StoredField(TITLE, paper.title()));
    document.add(new StoredField(ABSTRACT, paper.abstractText()));
    document.add(new TextField(WORDS, paper.title(), Field.Store.NO));
    document.add(new TextField(WORDS, paper.abstractText(), Field.Store.NO));
    if (paper.titleOnly() || paper.withoutText()) {
      String knownBy = paper.titleOnly() ? BY_TITLE : BY_NOTHING;
      document.add(new StringField(KNOWN_BY, knownBy, Field.Store.NO));
    }
  }

  private static void addDate(Document document, @Nullable PublicationDate date) {
    if (date != null) {
      int firstDay = Math.toIntExact(date.earliest().toEpochDay());
      document.add(new StoredField(DATE, date.toString()));
      document.add(new IntPoint(FIRST_DAY, firstDay));
      document.add(new NumericDocValuesField(FIRST_DAY, firstDay));
      document.add(new IntPoint(LAST_DAY, Math.toIntExact(date.latest().toEpochDay())));
    }
  }

  private static void addCategories(Document document, List<String> categories) {
    Set<String> terms = new LinkedHashSet<>();
    for (String category : categories) {
      document.add(new StoredField(CATEGORY_NAME, category));
      String term = categoryTerm(category);
      for (int dot = term.indexOf('.'); dot > 0; dot = term.indexOf('.', dot + 1)) {
        terms.add(term.substring(0, dot));
      }
      terms.add(term);
    }
    for (String term : terms) {
      addTerm(document, CATEGORY, term);
    }
  }

  /// Leaves out what is too long for Lucene, and for anybody to ask for.
  private static void addTerm(Document document, String field, String term) {
    if (term.length() <= MAX_TERM_CHARS) {
      document.add(new StringField(field, term, Field.Store.NO));
    }
  }

  private static void addStored(Document document, String field, @Nullable String value) {
    if (value != null) {
      document.add(new StoredField(field, value));
    }
  }

  /// The form in which categories are compared.
  static String categoryTerm(String category) {
    return category.strip().toLowerCase(Locale.ROOT);
  }

  /// The paper of a stored document.
  static Paper read(Document stored) {
    String date = stored.get(DATE);
    return new Paper(
        new PaperId(stored.get(ID)),
        stored.get(TITLE),
        stored.get(ABSTRACT),
        Arrays.asList(stored.getValues(AUTHOR)),
        date == null ? null : PublicationDate.parse(date),
        Arrays.asList(stored.getValues(CATEGORY_NAME)),
        stored.get(URL),
        stored.get(DOI));
  }
}
