package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.lucene.Samples;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Stores;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Queries in a language that the model does not know: all papers have the same vector, but one has
/// the query's words.
@BothStores
class WordsAloneTest {
  @TempDir private static Path folder;
  private static PaperIndex index;

  @BeforeAll
  static void write() {
    try (PaperIndexWriter writer = Stores.at(folder).writer(List.of(Samples.SPACE))) {
      put(writer, "störche", "Die Wege der Störche", "Störche fliegen über das Meer.", "de");
      put(
          writer,
          "a-küche",
          "Kochen in Küchen",
          "Töpfe, Löffel, Messer, Teller, Gläser, Salz, Mehl, Zucker, Butter, Eier und ein Haus.",
          "de");
      put(
          writer,
          "haus",
          "Ein Haus",
          "Es steht am Rand der Stadt, hinter Gärten und Mauern.",
          "de");
      put(writer, "storch", "Ein Storch am Meer", "Der Storch wartet auf Wind.", "de");
      put(writer, "stork", "A stork", "It waits for wind, as a Storch does.", "en");
      writer.commit();
    }
    index = Stores.at(folder).open(PaperIndex.Check.NOTHING);
  }

  private static void put(
      PaperIndexWriter writer, String id, String title, String text, String language) {
    Paper paper = Paper.of(id, title, text).inLanguage(language);
    TextKey key = TextKey.of(Samples.textOf(paper));
    writer.addText(key, TextVectors.of(Samples.vectorOf("all the same")));
    writer.upsert(paper, key);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private Answer answer(String paper, RecommendOptions options) {
    return new Recommender(
            index,
            () -> {
              throw new AssertionError("the model is not needed");
            },
            language -> !language.equals("de"))
        .recommend(Query.of(new Example.LikePaper(paper)), options);
  }

  private static List<String> ids(Answer answer) {
    return answer.results().stream().map(result -> result.paper().id().value()).toList();
  }

  @Test
  void findPapersThatShareWords() {
    Answer answer = answer("störche", RecommendOptions.DEFAULT.withFloor(1.0));
    assertThat(answer.unknownLanguage()).isEqualTo("de");
    assertThat(answer.options().mode()).isEqualTo(Mode.LEXICAL);
    assertThat(ids(answer)).startsWith("storch").doesNotContain("a-küche");
  }

  @Test
  void haveAFloorThatCanBeTurnedOff() {
    assertThat(ids(answer("a-küche", RecommendOptions.DEFAULT.withFloor(0.0))))
        .containsExactly("haus");
    Answer answer = answer("a-küche", RecommendOptions.DEFAULT.withFloor(1.0));
    assertThat(answer.results()).isEmpty();
    assertThat(answer.belowFloor()).isEqualTo(1);
  }

  @Test
  void doNotRankWhereTheModelKnowsTheLanguage() {
    Answer answer = answer("stork", RecommendOptions.DEFAULT);
    assertThat(answer.unknownLanguage()).isNull();
    assertThat(answer.options().mode()).isEqualTo(Mode.HYBRID);
    assertThat(answer.results()).hasSize(4);
  }

  @Test
  void cannotReplaceAnAspect() {
    RecommendOptions method = RecommendOptions.DEFAULT.withAspect(Aspect.METHOD);
    assertThatThrownBy(() -> answer("störche", method))
        .isInstanceOf(NoDirectionException.class)
        .hasMessageContaining("only in English");
  }

  @Test
  void doNotReplaceMeaningThatIsAskedFor() {
    Answer answer = answer("störche", RecommendOptions.DEFAULT.withMode(Mode.SEMANTIC));
    assertThat(answer.unknownLanguage()).isNull();
    assertThat(answer.results()).hasSize(4);
  }
}
