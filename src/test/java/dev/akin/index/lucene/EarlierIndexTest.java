package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.word.QueryText;
import dev.akin.paper.Paper;
import dev.akin.work.TitlePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index of [TwoLanguages] that akin wrote at commit 883d6a9, when it analyzed all words as
/// English, stored no title pages, and made a document of every text.
class EarlierIndexTest {
  private static final int STEP = 3;

  @TempDir Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void copyTheIndex() throws IOException {
    folder = temporary.resolve("index");
    Path earlier = TwoLanguages.resource("english-words");
    try (Stream<Path> files = Files.walk(earlier)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, folder.resolve(earlier.relativize(file).toString()));
      }
    }
  }

  private static List<String> found(IndexSnapshot snapshot, String text, String language) {
    var words = snapshot.words(List.of(new QueryText("", text, language)));
    return Samples.ids(snapshot, snapshot.lexical(words, 100, Filter.NONE));
  }

  @Test
  void itsPapersAreFoundAsBeforeUntilTheyAreTakenOver() {
    haveTheirTitlePages();
    Samples.look(
        folder,
        snapshot -> {
          assertThat(snapshot.info().holdings().wordLanguages()).isEmpty();
          assertThat(found(snapshot, "Mietverträge", "de")).containsExactly("de-1");
          assertThat(found(snapshot, "vertrag", "de")).isEmpty();
          assertThat(snapshot.contents().hasNames()).isFalse();
          assertThat(snapshot.phrase("Mühlen an kleinen Flüssen", 9, Filter.NONE)).hasSize(1);
        });
  }

  @Test
  void itsPapersAreTakenOverInStepsThatSurviveACrash() {
    int left = 16;
    while (left > 0) {
      int step = Math.min(STEP, left);
      // Closed without another commit, as by a crash.
      try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(Samples.SPACE))) {
        assertThat(writer.renew(STEP)).isEqualTo(step);
      }
      left -= step;
      areAllFound();
      haveTheirTitlePages();
    }
    Samples.change(folder, writer -> assertThat(writer.renew(STEP)).isZero());
    Samples.look(
        folder,
        snapshot -> {
          assertThat(found(snapshot, "Mietvertrag", "de")).containsExactly("de-1");
          assertThat(snapshot.info().holdings().languages()).isEqualTo(Map.of("de", 8, "pt", 8));
          assertThat(snapshot.info().holdings().wordLanguages())
              .isEqualTo(Map.of("de", 8, "pt", 8));
          assertThat(snapshot.info().vectors()).isEqualTo(16);
          assertThat(snapshot.contents().hasNames()).isTrue();
          assertThat(snapshot.contents().facets(Filter.NONE).languages()).hasSize(2);
        });
  }

  private void haveTheirTitlePages() {
    Samples.look(
        folder,
        snapshot -> {
          List<Paper> papers = TwoLanguages.papers();
          List<Integer> numbers =
              papers.stream().map(paper -> Samples.find(snapshot, paper.id().value())).toList();
          Map<Integer, TitlePage> pages = snapshot.titlePages(numbers);
          for (int i = 0; i < papers.size(); i++) {
            assertThat(Objects.requireNonNull(pages.get(numbers.get(i))).toBytes())
                .isEqualTo(TitlePage.of(papers.get(i)).toBytes());
          }
        });
  }

  /// Half taken over, both forms are found.
  private void areAllFound() {
    Samples.look(
        folder,
        snapshot -> {
          assertThat(Samples.allIds(snapshot)).hasSize(16);
          assertThat(found(snapshot, "Mietverträge", "de")).containsExactly("de-1");
          assertThat(found(snapshot, "cegonhas", "pt")).containsExactly("pt-4");
          assertThat(found(snapshot, "Gefäße", "de")).containsExactly("de-8");
          assertThat(snapshot.phrase("Mühlen an kleinen Flüssen", 9, Filter.NONE)).hasSize(1);
        });
  }
}
