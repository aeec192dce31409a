package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.SPACE;
import static dev.akin.index.lucene.Samples.allIds;
import static dev.akin.index.lucene.Samples.at;
import static dev.akin.index.lucene.Samples.change;
import static dev.akin.index.lucene.Samples.find;
import static dev.akin.index.lucene.Samples.index;
import static dev.akin.index.lucene.Samples.look;
import static dev.akin.index.lucene.Samples.paper;
import static dev.akin.index.lucene.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.Stores;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BothStores
class PaperIndexWriterTest {
  private static final Paper FULL =
      new Paper(
          new PaperId("2401.01234"),
          "Grüße aus dem Vektorraum",
          "We embed 10 % of 北京 & find <b>neighbors</b>.",
          List.of("Ada Lovelace", "José Núñez"),
          PublicationDate.parse("2024-05"),
          List.of("cs.CL", "stat.ML"),
          "https://example.org/1",
          "10.1145/3343413");

  private final Path directory;

  PaperIndexWriterTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void givesBackWhatWasPut() {
    Paper bare = paper("bare", "");
    index(directory, FULL, bare);
    look(
        directory,
        snapshot -> {
          assertThat(snapshot.paper(find(snapshot, "2401.01234"))).isEqualTo(FULL);
          assertThat(snapshot.paper(find(snapshot, "bare"))).isEqualTo(bare);
          assertThat(snapshot.id(find(snapshot, "bare"))).isEqualTo(bare.id());
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2401.01234",
        "arxiv:2401.01234",
        "arXiv:2401.01234v2",
        "DOI:10.1145/3343413",
        "doi:10.1145/3343413"
      })
  void findsAPaperByItsNames(String name) {
    index(directory, FULL, paper("other", "Something else"));
    look(
        directory,
        snapshot -> assertThat(snapshot.find(name)).hasValue(find(snapshot, FULL.id().value())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2401", "doi:10.1145/334341", "x"})
  void findsNothingByOtherNames(String name) {
    index(directory, FULL);
    look(directory, snapshot -> assertThat(snapshot.find(name)).isEmpty());
  }

  @Test
  void comparesIdsCharacterByCharacter() {
    index(directory, paper("a", "Lower"), paper("A", "Upper"), paper("a.b", "Longer"));
    look(
        directory,
        snapshot -> {
          assertThat(snapshot.paper(find(snapshot, "a")).title()).isEqualTo("Lower");
          assertThat(snapshot.paper(find(snapshot, "A")).title()).isEqualTo("Upper");
          assertThat(allIds(snapshot)).containsExactly("A", "a", "a.b");
        });
  }

  @Test
  void findsTheFirstOfTwoPapersWithOneName() {
    index(directory, at("b", null, "10.1/X"), at("a", null, "10.1/x"));
    look(
        directory,
        snapshot -> assertThat(find(snapshot, "doi:10.1/x")).isEqualTo(find(snapshot, "a")));
  }

  /// The id comes first, then public names, then what a source calls a paper, then its title; the
  /// last two only if one paper is called so.
  @Test
  void findsThePaperThatIsMeantFirst() {
    index(
        directory,
        paper("key", "Of the id"),
        paper("named", "Of the key").called("key", "doi:10.1/x", "shared", "Of many"),
        paper("again", "Shared").called("shared", "mine"),
        at("public", "Of a DOI", "10.1/x"),
        paper("many", "Of many"),
        paper("more", "Of many"));
    look(
        directory,
        snapshot -> {
          assertThat(snapshot.find("key")).hasValue(find(snapshot, "key"));
          assertThat(snapshot.find("doi:10.1/x")).hasValue(find(snapshot, "public"));
          assertThat(snapshot.find("mine")).hasValue(find(snapshot, "again"));
          // Two are called so, and one of them has this title.
          assertThat(snapshot.find("shared")).hasValue(find(snapshot, "again"));
          assertThat(snapshot.find("Of many")).hasValue(find(snapshot, "named"));
          assertThat(snapshot.find("of the KEY")).hasValue(find(snapshot, "named"));
          assertThat(snapshot.find("nobody")).isEmpty();
        });
  }

  @Test
  void saysNothingIfSeveralAreCalledSo() {
    index(directory, paper("a", "Wind").called("w"), paper("b", "Wind").called("w"));
    look(
        directory,
        snapshot -> {
          assertThat(snapshot.find("w")).isEmpty();
          assertThat(snapshot.find("wind")).isEmpty();
        });
  }

  @Test
  void forgetsTheNamesOfAReplacedRecord() {
    index(directory, at("a", null, "10.1/old"));
    index(directory, at("a", null, "10.1/new"));
    look(
        directory,
        snapshot -> {
          assertThat(snapshot.find("doi:10.1/old")).isEmpty();
          assertThat(snapshot.find("doi:10.1/new")).hasValue(find(snapshot, "a"));
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysHowAPaperStands(boolean committed) {
    change(
        directory,
        writer -> {
          put(writer, FULL, paper("bare", ""), paper("gone", "Gone"));
          writer.delete(new PaperId("gone"));
          if (committed) {
            writer.commit();
          }
          assertThat(writer.status(paper("new", "New"))).isEqualTo(PaperStatus.NEW);
          assertThat(writer.status(paper("gone", "Gone"))).isEqualTo(PaperStatus.NEW);
          assertThat(writer.status(FULL)).isEqualTo(PaperStatus.SAME);
          assertThat(writer.status(paper("bare", ""))).isEqualTo(PaperStatus.SAME);
          assertThat(writer.status(paper("bare", "A title"))).isEqualTo(PaperStatus.OTHER_TEXT);
          assertThat(writer.status(Paper.of("bare", "", "An abstract")))
              .isEqualTo(PaperStatus.OTHER_TEXT);
          assertThat(writer.status(at("bare", null, null))).isEqualTo(PaperStatus.OTHER_TEXT);
          assertThat(writer.status(withDoi(FULL, "10.1/2"))).isEqualTo(PaperStatus.OTHER_RECORD);
        });
  }

  private static Paper withDoi(Paper paper, String doi) {
    return new Paper(
        paper.id(),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.date(),
        paper.categories(),
        paper.url(),
        doi);
  }

  @Test
  void putsAPaperInThePlaceOfTheOneWithItsId() {
    index(directory, paper("a", "First"));
    change(
        directory,
        writer -> {
          put(writer, paper("a", "Second"));
          put(writer, paper("a", "Third"));
        });
    look(
        directory,
        snapshot -> {
          assertThat(allIds(snapshot)).containsExactly("a");
          assertThat(snapshot.paper(find(snapshot, "a")).title()).isEqualTo("Third");
          assertThat(snapshot.info().papers()).isEqualTo(1);
        });
  }

  @Test
  void saysWhetherADeletedPaperWasThere() {
    change(
        directory,
        writer -> {
          put(writer, paper("a", "A"));
          assertThat(writer.delete(new PaperId("a"))).isTrue();
          assertThat(writer.delete(new PaperId("a"))).isFalse();
          assertThat(writer.delete(new PaperId("b"))).isFalse();
        });
    look(directory, snapshot -> assertThat(allIds(snapshot)).isEmpty());
  }

  @Test
  void takesNamesTooLongForLucene() {
    String endless = "x".repeat(40_000);
    Paper hostile =
        new Paper(
            new PaperId("hostile"),
            endless,
            endless,
            List.of(endless),
            null,
            List.of(endless),
            "https://doi.org/10.1/" + endless,
            "10.1/" + endless);
    index(directory, hostile, paper("other", "Other"));
    look(
        directory,
        snapshot -> {
          assertThat(snapshot.paper(find(snapshot, "hostile"))).isEqualTo(hostile);
          assertThat(snapshot.find("doi:10.1/" + endless)).isEmpty();
        });
  }

  @Test
  void keepsIdsOfTheGreatestLength() {
    String longest = "İ".repeat(PaperId.MAX_BYTES / 2);
    index(directory, paper(longest, "Longest"));
    look(
        directory,
        snapshot -> assertThat(snapshot.id(find(snapshot, longest)).value()).isEqualTo(longest));
  }

  @Test
  void refusesAVectorOfAnotherModel() {
    change(
        directory,
        writer ->
            assertThatThrownBy(() -> writer.addText(TextKey.of("a"), TextVectors.of(at(30))))
                .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void refusesAPaperWhoseTextIsNotThere() {
    change(
        directory,
        writer ->
            assertThatThrownBy(() -> writer.upsert(paper("a", "A"), TextKey.of("A")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a"));
    look(directory, snapshot -> assertThat(allIds(snapshot)).isEmpty());
  }

  @Test
  void namesItsPapers() {
    change(
        directory,
        writer -> {
          put(writer, paper("a", "A"), paper("b", "B"));
          writer.commit();
          writer.delete(new PaperId("a"));
          writer.commit();
          List<String> ids = new ArrayList<>();
          assertThat(writer.scan(id -> ids.add(id.value()))).isEqualTo(1);
          assertThat(ids).containsExactly("b");
        });
  }

  @Test
  void goesOnAfterAMistakeOfItsCaller() {
    change(
        directory,
        writer -> {
          put(writer, paper("a", "A"));
          writer.commit();
          assertThatThrownBy(
                  () ->
                      writer.scan(
                          id -> {
                            throw new IllegalStateException(id.value());
                          }))
              .isInstanceOf(IllegalStateException.class)
              .hasMessage("a");
          put(writer, paper("b", "B"));
        });
    look(directory, snapshot -> assertThat(allIds(snapshot)).containsExactly("a", "b"));
  }

  @Test
  void countsCommits() {
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(SPACE))) {
      assertThat(writer.commit()).isEqualTo(1);
      put(writer, paper("a", "A"));
      assertThat(writer.commit()).isEqualTo(2);
      assertThat(writer.commit()).isEqualTo(2);
    }
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(SPACE))) {
      assertThat(writer.commit()).isEqualTo(2);
      writer.delete(new PaperId("b"));
      assertThat(writer.commit()).isEqualTo(2);
      writer.delete(new PaperId("a"));
      assertThat(writer.commit()).isEqualTo(3);
      look(directory, snapshot -> assertThat(snapshot.info().commit()).isEqualTo(3));
    }
  }

  @Test
  void closesWithoutWhatWasNotCommitted() {
    index(directory, paper("a", "A"));
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(SPACE))) {
      put(writer, paper("b", "B"));
      writer.delete(new PaperId("a"));
    }
    look(directory, snapshot -> assertThat(allIds(snapshot)).containsExactly("a"));
  }

  @Test
  void closesTwice() {
    PaperIndexWriter writer = Stores.at(directory).writer(List.of(SPACE));
    writer.close();
    writer.close();
    index(directory, paper("a", "A"));
  }

  @Test
  void isTheSameAfterCompacting() {
    for (int i = 0; i < 5; i++) {
      index(directory, paper("a" + i, "A " + i), paper("b" + i, "B " + i));
    }
    change(
        directory,
        writer -> {
          for (int i = 0; i < 5; i++) {
            writer.delete(new PaperId("b" + i));
          }
          writer.compact(0, null);
          long commit = writer.commit();
          writer.compact(0, null);
          assertThat(writer.commit()).isEqualTo(commit);
        });
    look(
        directory,
        snapshot -> {
          assertThat(allIds(snapshot)).containsExactly("a0", "a1", "a2", "a3", "a4");
          assertThat(snapshot.info().vectors()).isEqualTo(5);
        });
  }
}
