package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PhraseHit;
import dev.akin.index.store.PhrasePlace;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Papers that have a phrase word for word, and papers by their title.
@BothStores
class PhraseTest {
  @TempDir Path folder;

  @Test
  void isFoundFirstInTitlesThatAreIt() {
    Samples.index(
        folder,
        paper("abstract", "On parsers", "We train a neural dependency parser on trees.", 2021),
        paper("scattered", "A dependency parser that is neural", "", 2022),
        paper("inTitle", "Fast neural dependency parsers", "", 2023),
        paper("is", "Neural Dependency Parser!", "", 2024),
        paper("words", "On trees", "A parser is neural if a dependency is.", 2021),
        paper("none", "On rivers", "Water.", 2021));
    Samples.look(
        folder,
        snapshot -> {
          List<PhraseHit> hits = snapshot.phrase("neural dependency parser", 10, Filter.NONE);
          assertThat(ids(snapshot, hits)).containsExactly("is", "inTitle", "scattered", "abstract");
          assertThat(hits)
              .extracting(PhraseHit::place)
              .containsExactly(
                  PhrasePlace.WHOLE_TITLE,
                  PhrasePlace.TITLE,
                  PhrasePlace.WORDS_IN_TITLE,
                  PhrasePlace.ABSTRACT);
          Filter filter =
              new Filter(null, PublicationDate.ofYear(2022), List.of(), List.of(), List.of());
          assertThat(ids(snapshot, snapshot.phrase("neural dependency parser", 10, filter)))
              .containsExactly("scattered", "abstract");
          assertThat(ids(snapshot, snapshot.phrase("neural dependency parser", 1, filter)))
              .containsExactly("scattered");
          assertThat(snapshot.phrase("of the", 10, Filter.NONE)).isEmpty();
          assertThat(snapshot.phrase("zebra", 10, Filter.NONE)).isEmpty();
        });
  }

  @Test
  void isNotWhatTheEndOfATitleAndTheBeginningOfAnAbstractMake() {
    Samples.index(
        folder,
        paper("across", "Lessons of deep", "Learning takes time.", 2021),
        paper("within", "Lessons", "Time for deep learning.", 2021));
    Samples.look(
        folder,
        snapshot ->
            assertThat(ids(snapshot, snapshot.phrase("deep learning", 10, Filter.NONE)))
                .containsExactly("within"));
  }

  @Test
  void findsPapersByTheirTitleHoweverItIsWritten() {
    Samples.index(
        folder,
        paper("b", "Parsing: a Zo\u00eb-tic view", "", 2021),
        paper("a", "PARSING, A ZOE TIC VIEW", "", 2021),
        paper("c", "Parsing: a view", "", 2021));
    Samples.look(
        folder,
        snapshot -> {
          assertThat(titled(snapshot, "parsing a zoe-tic view", 10)).containsExactly("a", "b");
          assertThat(titled(snapshot, "parsing a zoe-tic view", 1)).containsExactly("a");
          assertThat(titled(snapshot, "a view", 10)).isEmpty();
          assertThat(titled(snapshot, "?", 10)).isEmpty();
        });
  }

  private static List<String> ids(IndexSnapshot snapshot, List<PhraseHit> hits) {
    return hits.stream().map(hit -> snapshot.id(hit.paper()).value()).toList();
  }

  private static List<String> titled(IndexSnapshot snapshot, String title, int count) {
    return snapshot.titled(title, count).stream().map(paper -> snapshot.id(paper).value()).toList();
  }

  private static Paper paper(String id, String title, String abstractText, int year) {
    return new Paper(
        new PaperId(id),
        title,
        abstractText,
        List.of(),
        PublicationDate.ofYear(year),
        List.of(),
        null,
        null);
  }
}
