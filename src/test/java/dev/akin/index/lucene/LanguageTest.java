package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.word.QueryText;
import dev.akin.paper.Paper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words of papers in several languages.
@BothStores
class LanguageTest {
  @TempDir Path folder;

  /// Read as English, 22 of the 30 phrases find their paper first.
  @Test
  void phrasesFindWordsInOtherForms() {
    Samples.index(folder, TwoLanguages.papers().toArray(Paper[]::new));
    Samples.look(folder, snapshot -> assertThat(missed(snapshot)).isEmpty());
  }

  private static List<String> missed(IndexSnapshot snapshot) {
    List<String> missed = new ArrayList<>();
    for (TwoLanguages.Phrase phrase : TwoLanguages.phrases()) {
      List<String> found = found(snapshot, phrase.text(), null);
      if (found.isEmpty() || !found.getFirst().equals(phrase.paper())) {
        missed.add(phrase.text());
      }
    }
    return missed;
  }

  /// By words, best first.
  private static List<String> found(
      IndexSnapshot snapshot, String text, @Nullable String language) {
    return Samples.ids(snapshot, hits(snapshot, text, language));
  }

  private static List<Hit> hits(IndexSnapshot snapshot, String text, @Nullable String language) {
    var words = snapshot.words(List.of(new QueryText("", text, language)));
    int[] candidates =
        snapshot.lexical(words, 100, Filter.NONE).stream().mapToInt(Hit::paper).toArray();
    return snapshot.lexical(words, candidates);
  }

  private static Paper paper(String id, String title, @Nullable String language) {
    return Paper.of(id, title, "").inLanguage(language);
  }

  @Test
  void anArticleOfALanguageIsNoRareWordOfAnother() {
    Samples.index(
        folder,
        paper("german", "Die Wirkung der Musik", "de"),
        paper("english", "Tools that die, and the die of van der Berg", "en"),
        paper("casting", "Die casting", "en"));
    Samples.look(
        folder,
        snapshot -> {
          assertThat(found(snapshot, "die Wirkung der Musik", "de")).containsExactly("german");
          assertThat(found(snapshot, "die Wirkung der Musik", null)).first().isEqualTo("german");
          assertThat(found(snapshot, "die casting", null)).first().isEqualTo("casting");
          assertThat(found(snapshot, "when tools die", "en")).doesNotContain("german");
        });
  }

  @Test
  void aNameIsTheSameWordInEveryLanguage() {
    Samples.index(
        folder,
        paper("fr", "L'apprentissage avec BERT", "fr"),
        paper("de", "Lernen mit BERT", "de"),
        paper("en", "Learning with BERT", "en"));
    Samples.look(
        folder,
        snapshot -> {
          for (String language : List.of("fr", "de", "en")) {
            assertThat(found(snapshot, "BERT", language))
                .containsExactlyInAnyOrder("fr", "de", "en");
          }
          assertThat(found(snapshot, "apprentissages", null)).containsExactly("fr");
        });
  }

  @Test
  void aLanguageThatKnowsOneWordOfThreeGivesNoFullMarks() {
    Samples.index(
        folder,
        paper("fr", "Traduction automatique de romans", "fr"),
        paper("one", "Traductions", "en"),
        paper("none", "Rivers", "en"));
    Samples.look(
        folder,
        snapshot -> {
          List<Hit> hits = hits(snapshot, "romans traduction automatique", null);
          assertThat(Samples.ids(snapshot, hits)).startsWith("fr");
          assertThat(hits.getLast().score()).isLessThan(hits.getFirst().score() / 2);
        });
  }

  @Test
  void chineseIsFoundByPairsOfSigns() {
    Samples.index(folder, paper("model", "语言模型", "zh"), paper("other", "模语型言", "zh"));
    Samples.look(
        folder,
        snapshot -> {
          assertThat(found(snapshot, "语言", "zh")).containsExactly("model");
          assertThat(phrase(snapshot, "模型")).containsExactly("model");
        });
  }

  private static List<String> phrase(IndexSnapshot snapshot, String phrase) {
    return snapshot.phrase(phrase, 10, Filter.NONE).stream()
        .map(hit -> snapshot.id(hit.paper()).value())
        .toList();
  }

  @Test
  void aPhraseIsThereInAnyForm() {
    Samples.index(folder, TwoLanguages.papers().toArray(Paper[]::new));
    Samples.look(
        folder,
        snapshot -> {
          assertThat(phrase(snapshot, "neuronales Netz")).containsExactly("de-1");
          assertThat(phrase(snapshot, "áreas queimadas")).containsExactly("pt-7");
          assertThat(phrase(snapshot, "Mühlen an kleinen Flüssen")).containsExactly("de-5");
        });
  }

  @Test
  void aLanguageWithoutAnalyzerIsReadAsBefore() {
    Samples.index(folder, paper("la", "De rerum natura libri", "la"), paper("x", "Natura", null));
    Samples.look(
        folder,
        snapshot -> {
          assertThat(found(snapshot, "natura", "la")).containsExactlyInAnyOrder("la", "x");
          assertThat(snapshot.info().holdings().wordLanguages()).isEmpty();
        });
  }
}
