package dev.akin.index.lucene.document;

import dev.akin.index.record.PaperRecord;
import dev.akin.index.store.TextKey;
import dev.akin.index.word.AuthorTerms;
import dev.akin.index.word.FilterName;
import dev.akin.index.word.WordCounts;
import dev.akin.index.word.WordLanguages;
import dev.akin.paper.Holding;
import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.paper.TitleKey;
import dev.akin.roles.PaperRoles;
import dev.akin.vector.TextVectors;
import dev.akin.work.TitlePage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import org.jspecify.annotations.Nullable;

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
/// An earlier akin made a document of every text.
///
/// All words of papers are in two fields, whatever their language: a name is the same word in every
/// language, and where akin is wrong about a language, little is lost. An article of one language
/// does not become a rare word of another, because it is in the field only where it is no article.
///
/// @hidden public for its own room only
public final class PaperDocument {
  public static final String ID = "id";
  public static final String ID_LOWER = "idLower";
  public static final String ALIAS = "alias";

  /// What the source of a paper calls it.
  public static final String NAME = "name";

  public static final String TEXT = "text";
  public static final String TEXT_TERM = "textTerm";

  /// The key of a text that only this paper has, as bytes.
  static final String OWN_TEXT = "ownText";

  /// What a paper's document is made of, as a number that grows when it changes. Papers that an
  /// earlier akin wrote have another form or none, and are written again ([#earlier]).
  public static final String FORM = "form";

  private static final String CURRENT_FORM = "2";

  public static final String FIRST_DAY = "firstDay";
  public static final String LAST_DAY = "lastDay";
  public static final String CATEGORY = "category";
  public static final String LANGUAGE = "language";
  public static final String ACCESS = "access";

  /// The day from which a paper under embargo is open.
  public static final String EMBARGO_END = "embargoEnd";

  public static final String COLLECTION = "collection";
  public static final String SOURCE = "source";
  public static final String AUTHOR_WORDS = "authorWords";

  /// The parts of authors' names ([AuthorTerms]).
  public static final String AUTHOR_NAME = "authorName";

  /// Whole names of authors, as somebody types them.
  public static final String AUTHOR_TYPED = "authorTyped";

  /// The categories as their corpus writes them, to be counted.
  public static final String CATEGORY_COUNT = "categoryCount";

  /// The language, to be counted.
  public static final String LANGUAGE_COUNT = "languageCount";

  public static final String RECORD = "record";
  public static final String TITLE_KEY = "titleKey";
  public static final String TITLE_WORDS = "titleWords";
  public static final String WORDS = "words";

  /// The language that a paper's words are analyzed in, if it is not the usual one. Papers that an
  /// earlier akin wrote have none: their words are analyzed as English, whatever their language.
  public static final String WORDS_IN = "wordsIn";

  public static final String KNOWN_BY = "knownBy";
  public static final String BY_TITLE = "title";
  public static final String BY_NOTHING = "nothing";

  public static final String KEY = "key";
  static final String SENTENCES = "halfByteSentences";

  /// The sentences as an earlier akin stored them.
  static final String WHOLE_BYTE_SENTENCES = "sentences";

  /// The roles of a paper's sentences.
  static final String ROLES = "roles";

  static final String TITLE_PAGE = "titlePage";

  public static final String WORD_COUNTS = "wordCounts";

  public static final String TOMBSTONE = "tombstone";

  private static final String VECTOR = "vector";

  private static final int MAX_TERM_CHARS = 1_000;

  private PaperDocument() {}

  /// The field of the vectors by one model.
  ///
  /// @param column the index of the model among the models of the index, from 0
  public static String vector(int column) {
    return VECTOR + column;
  }

  /// The document of a text that several papers have.
  public static Document of(TextKey key, TextVectors vectors) {
    Document document = new Document();
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
    document.add(new StringField(FORM, CURRENT_FORM, Field.Store.NO));
    document.add(new StringField(ID, paper.id().value(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(paper.id().value())));
    String lower = paper.id().value().toLowerCase(Locale.ROOT);
    document.add(new StringField(ID_LOWER, lower, Field.Store.NO));
    for (String alias : Identifiers.of(paper)) {
      addTerm(document, ALIAS, alias);
    }
    if (paper.url() != null) {
      addTerm(document, ALIAS, Identifiers.ofLink(paper.url()));
    }
    for (String name : paper.names()) {
      addTerm(document, NAME, name);
    }
    document.add(new BinaryDocValuesField(RECORD, PaperRecord.of(paper)));
    document.add(new BinaryDocValuesField(ROLES, new BytesRef(PaperRoles.of(paper).toBytes())));
    document.add(new BinaryDocValuesField(TITLE_PAGE, new BytesRef(TitlePage.of(paper).toBytes())));
    document.add(new BinaryDocValuesField(WORD_COUNTS, new BytesRef(WordCounts.of(paper))));
    addText(document, paper);
    addDate(document, paper.date());
    addAuthors(document, paper.authors());
    addCategories(document, paper.categories());
    if (paper.language() != null) {
      addTerm(document, LANGUAGE, FilterName.of(paper.language()));
      document.add(new SortedDocValuesField(LANGUAGE_COUNT, new BytesRef(paper.language())));
    }
    addHolding(document, paper.holding());
    return document;
  }

  /// Matches the papers that an earlier akin wrote in another form.
  public static Query earlier() {
    return new BooleanQuery.Builder()
        .add(new FieldExistsQuery(ID), Occur.FILTER)
        .add(new TermQuery(new Term(FORM, CURRENT_FORM)), Occur.MUST_NOT)
        .build();
  }

  private static void addHolding(Document document, Holding holding) {
    addTerm(document, SOURCE, FilterName.of(holding.source()));
    holding.collections().stream()
        .map(FilterName::of)
        .distinct()
        .forEach(collection -> addTerm(document, COLLECTION, collection));
    if (holding.access() != Holding.AccessRight.UNKNOWN) {
      addTerm(document, ACCESS, holding.access().label());
    }
    if (holding.access() == Holding.AccessRight.EMBARGOED && holding.embargoEnd() != null) {
      int end = Math.toIntExact(holding.embargoEnd().latest().toEpochDay());
      document.add(new IntPoint(EMBARGO_END, end));
    }
  }

  /// The document that prevents a deleted paper from being added again.
  public static Document tombstone(PaperId id) {
    Document document = new Document();
    document.add(new StringField(TOMBSTONE, id.value(), Field.Store.NO));
    document.add(new SortedDocValuesField(TOMBSTONE, new BytesRef(id.value())));
    return document;
  }

  private static void addText(Document document, Paper paper) {
    addTerm(document, TITLE_KEY, TitleKey.of(paper.title()));
    String language = WordLanguages.of(paper.language());
    document.add(new WordsField(TITLE_WORDS, paper.title(), language));
    document.add(new WordsField(WORDS, paper.title(), language));
    document.add(new WordsField(WORDS, paper.abstractText(), language));
    if (!language.equals(WordLanguages.USUAL)) {
      addTerm(document, WORDS_IN, language);
    }
    if (paper.titleOnly() || paper.withoutText()) {
      String knownBy = paper.titleOnly() ? BY_TITLE : BY_NOTHING;
      document.add(new StringField(KNOWN_BY, knownBy, Field.Store.NO));
    }
  }

  private static void addDate(Document document, @Nullable PublicationDate date) {
    if (date != null) {
      int firstDay = Math.toIntExact(date.earliest().toEpochDay());
      document.add(new IntPoint(FIRST_DAY, firstDay));
      document.add(new NumericDocValuesField(FIRST_DAY, firstDay));
      document.add(new IntPoint(LAST_DAY, Math.toIntExact(date.latest().toEpochDay())));
    }
  }

  private static void addAuthors(Document document, List<String> authors) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> typed = new LinkedHashSet<>();
    for (String author : authors) {
      document.add(new TextField(AUTHOR_WORDS, author, Field.Store.NO));
      names.addAll(AuthorTerms.of(author));
      typed.addAll(AuthorTerms.typed(author));
    }
    names.forEach(term -> addTerm(document, AUTHOR_NAME, term));
    typed.forEach(term -> addTerm(document, AUTHOR_TYPED, term));
  }

  private static void addCategories(Document document, List<String> categories) {
    Set<String> terms = new LinkedHashSet<>();
    for (String category : categories) {
      String term = FilterName.of(category);
      for (int dot = term.indexOf('.'); dot > 0; dot = term.indexOf('.', dot + 1)) {
        terms.add(term.substring(0, dot));
      }
      terms.add(term);
    }
    for (String term : terms) {
      addTerm(document, CATEGORY, term);
    }
    for (String category : new LinkedHashSet<>(categories)) {
      if (!category.isBlank() && category.length() <= MAX_TERM_CHARS) {
        document.add(new SortedSetDocValuesField(CATEGORY_COUNT, new BytesRef(category)));
      }
    }
  }

  /// Leaves out terms that are too long for Lucene; nobody searches for them.
  private static void addTerm(Document document, String field, String term) {
    if (!term.isEmpty() && term.length() <= MAX_TERM_CHARS) {
      document.add(new StringField(field, term, Field.Store.NO));
    }
  }
}
