package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.ask.TypedQuery;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.Facets;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Stores;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.recommend.understand.Understood;
import dev.akin.recommend.understand.UnknownCategoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Searches by words, so that no model is needed.
@BothStores
class SearchBoxTest {
  private static final RecommendOptions LEXICAL = RecommendOptions.DEFAULT.withMode(Mode.LEXICAL);

  @TempDir private static Path folder;
  private static PaperIndex index;
  private static SearchBox box;

  @BeforeAll
  static void open() {
    try (PaperIndexWriter writer = Stores.at(folder).writer(List.of(SmallIndex.PLANE))) {
      add(writer, "10.1145/3", "The analytical engine", "2019", "cs.LO", "Ada Lovelace");
      add(writer, "W19-1", "Notes on the engine", "2021", "cs.LO", "A. Lovelace", "Jo Long");
      add(writer, "W20-2", "Long documents", "2020", "cs.CL", "Jo Brown");
      add(writer, "W20-3", "Brown clusters of long words", "2020", "cs.CL", "Wei Wang");
      add(
          writer,
          "W20-4",
          "More long and boring documents",
          "2018",
          "cs.CL",
          "Wang Wei",
          "Son The");
      writer.commit();
    }
    index = Stores.at(folder).open(PaperIndex.Check.FILES);
    box =
        new SearchBox(
            new Recommender(
                index,
                () -> {
                  throw new AssertionError("words need no model");
                }));
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static void add(
      PaperIndexWriter writer,
      String id,
      String title,
      String year,
      String category,
      String... authors) {
    writer.upsert(
        new Paper(
            new PaperId(id),
            title,
            "",
            List.of(authors),
            PublicationDate.parse(year),
            List.of(category),
            null,
            null),
        null);
  }

  private Answer search(String typed) {
    return search(typed, null);
  }

  private Answer search(String typed, @Nullable ReadAs readAs) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      TypedQuery query =
          readAs == ReadAs.PHRASE ? TypedQuery.phrase(typed) : TypedQuery.read(typed);
      return box.search(snapshot, query, readAs, LEXICAL);
    }
  }

  private static List<String> ids(Answer answer) {
    return answer.results().stream().map(result -> result.paper().id().value()).toList();
  }

  private static Understood.Note note(Answer answer) {
    return Objects.requireNonNull(understood(answer).note());
  }

  private static Understood understood(Answer answer) {
    return Objects.requireNonNull(answer.understood());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.1145/3", "doi:10.1145/3", "https://doi.org/10.1145/3", "\u200Edoi:10.1145/3 "})
  void answersAnIdentifierWithThePaper(String typed) {
    Answer answer = search(typed);
    assertThat(understood(answer).as()).isEqualTo(Understood.As.PAPER);
    assertThat(ids(answer)).startsWith("10.1145/3").doesNotHaveDuplicates();
    assertThat(answer.results().getFirst().rank()).isEqualTo(1);
  }

  @Test
  void findsAnIdInAnyCase() {
    assertThat(ids(search("w19-1"))).startsWith("W19-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.9999/none", "https://example.org/none", "arxiv:1706.03762"})
  void saysThatAnIdentifierIsNotHere(String typed) {
    Answer answer = search(typed);
    assertThat(answer.results()).isEmpty();
    assertThat(note(answer).kind()).isEqualTo(Understood.Note.Kind.NO_PAPER);
    assertThat(understood(answer).other()).isEqualTo(ReadAs.PHRASE);
  }

  @ParameterizedTest
  @CsvSource({
    "long documents,              TITLE,  W20-2",
    "Notes on the engine,         TITLE,  W19-1",
    "clusters of long words,      TITLE,  W20-3",
    "boring,                      PHRASE, W20-4",
    "boring/long,                 PHRASE, W20-4",
    "lovelace,                    PERSON, W19-1",
    "Ada Lovelace,                PERSON, W19-1",
    "lovelace ada,                PERSON, W19-1",
    "lovelace 2019,               PERSON, 10.1145/3",
    "lovelace analytical,         PERSON, 10.1145/3",
    "analytical lovelace,         PERSON, 10.1145/3",
    "Wei Wang,                    PERSON, W20-3",
    "Wang Wei,                    PERSON, W20-4",
    "author:brown,                PERSON, W20-2",
    "category:cs.LO year:2019,    FIELDS, 10.1145/3",
    "engine -notes,               PHRASE, 10.1145/3",
  })
  void readsWhatPeopleType(String typed, Understood.As as, String first) {
    Answer answer = search(typed);
    assertThat(understood(answer).as()).isEqualTo(as);
    assertThat(ids(answer)).startsWith(first);
  }

  /// Digits with a slash could be a handle.
  @Test
  void takesNoFractionForAnIdentifier() {
    assertThat(understood(search("24/7")).as()).isEqualTo(Understood.As.PHRASE);
  }

  @Test
  void readsAParagraphAsAPhrase() {
    String paragraph = "Ada Lovelace ".repeat(100).strip();
    assertThat(understood(search(paragraph)).as()).isEqualTo(Understood.As.PHRASE);
  }

  @Test
  void listsAllPapersOfAPersonAndNobodyElses() {
    Answer answer = search("Lovelace, A.");
    assertThat(ids(answer)).containsExactly("W19-1", "10.1145/3");
    assertThat(understood(answer).persons()).containsExactly("A. Lovelace", "Ada Lovelace");
    assertThat(understood(answer).other()).isEqualTo(ReadAs.PHRASE);
  }

  /// More titles have the word than papers have such an author.
  @Test
  void takesAnOrdinaryWordForAWord() {
    Answer answer = search("long");
    assertThat(understood(answer).as()).isEqualTo(Understood.As.PHRASE);
    assertThat(understood(answer).other()).isEqualTo(ReadAs.PERSON);
    assertThat(ids(search("long", ReadAs.PERSON))).containsExactly("W19-1");
    assertThat(understood(search("the")).as()).isEqualTo(Understood.As.PHRASE);
  }

  @Test
  void readsAsOneIsTold() {
    assertThat(understood(search("Ada Lovelace", ReadAs.PHRASE)).as())
        .isEqualTo(Understood.As.PHRASE);
    assertThat(understood(search("author:", ReadAs.PHRASE)).words()).isEqualTo("author:");
    assertThat(search("boring", ReadAs.PERSON).results()).isEmpty();
  }

  @Test
  void saysThatNoAuthorIsCalledSo() {
    Answer answer = search("author:nobody");
    assertThat(answer.results()).isEmpty();
    assertThat(note(answer).kind()).isEqualTo(Understood.Note.Kind.NO_PERSON);
  }

  @Test
  void readsAPhraseThatNoPaperHasAsWords() {
    Answer answer = search("\"documents long\"");
    assertThat(ids(answer)).startsWith("W20-2");
    assertThat(note(answer))
        .isEqualTo(new Understood.Note(Understood.Note.Kind.NO_PHRASE, "documents long"));
  }

  @Test
  void namesSimilarCategoriesForAnUnknownOne() {
    assertThatThrownBy(() -> search("engine category:cs.LP"))
        .isInstanceOf(UnknownCategoryException.class)
        .hasMessageContaining("no paper is in the category \"cs.LP\"; did you mean")
        .hasMessageContaining("cs.LO");
  }

  @Test
  void countsWhatItWouldFind() {
    try (IndexSnapshot snapshot = index.snapshot()) {
      assertThat(facets(snapshot, "lovelace").papers()).isEqualTo(2);
      assertThat(facets(snapshot, "year:2020").papers()).isEqualTo(2);
      assertThat(facets(snapshot, "W20-2").papers()).isEqualTo(1);
      assertThat(facets(snapshot, "10.9999/none").papers()).isZero();
      assertThat(facets(snapshot, "boring").papers()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lovelace", "year:2020", "W20-2", "10.9999/none", "boring"})
  void countsWhatItFindsInOneSearch(String typed) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      SearchBox.Counted counted = box.counted(snapshot, TypedQuery.read(typed), null, LEXICAL);
      assertThat(ids(counted.answer())).isEqualTo(ids(search(typed)));
      assertThat(counted.facets().facets()).isEqualTo(facets(snapshot, typed));
    }
  }

  private Facets facets(IndexSnapshot snapshot, String typed) {
    return box.facets(snapshot, TypedQuery.read(typed), null, LEXICAL).facets();
  }
}
