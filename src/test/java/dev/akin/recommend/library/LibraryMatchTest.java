package dev.akin.recommend.library;

import static dev.akin.recommend.PlaneIndex.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.Deadline;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.PlaneIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BothStores
class LibraryMatchTest {
  private static final Paper RIVERS =
      paper("smith2020", "How rivers find the sea", "Ada Smith", "https://doi.org/10.1145/3.Riv");
  private static final Paper STONES =
      paper("stones", "What stones remember of ice", "Bo Li", "https://arxiv.org/abs/2401.01234v2");
  private static final Paper WIND = paper("wind", "Wind", "Cy Wind", null);
  private static final Paper OTHER_WIND = paper("wind2", "Wind", "Di Air", null);

  @TempDir Path folder;
  private PaperIndex index;
  private IndexSnapshot snapshot;

  @BeforeEach
  void open() {
    index =
        PlaneIndex.of(folder, Map.of(RIVERS, 0.0, STONES, 90.0, WIND, 180.0, OTHER_WIND, 270.0));
    snapshot = index.snapshot();
  }

  @AfterEach
  void close() {
    snapshot.close();
    index.close();
  }

  @Test
  void findsByIdIfTheTitlesAgree() {
    assertThat(found(paper("smith2020", "How Rivers Find the Sea!", "", null)))
        .isEqualTo("smith2020 by ID");
    assertThat(found(paper("smith2020", "", "", null))).isEqualTo("smith2020 by ID");
  }

  @Test
  void doesNotTakeACitationKeyThatIsTheIdOfAnotherPaper() {
    assertThat(found(paper("smith2020", "Gardens and their gates in spring", "", null)))
        .isEqualTo("none");
    assertThat(found(paper("smith2020", "What stones remember of ice", "B. Li", null)))
        .isEqualTo("stones by TITLE");
  }

  @Test
  void findsByDoiInAnyCase() {
    assertThat(found(withDoi("10.1145/3.RIV"))).isEqualTo("smith2020 by DOI");
  }

  @Test
  void findsByArxivIdOfAnyVersion() {
    assertThat(found(paper("k", "Early title", "", "http://arxiv.org/pdf/2401.01234v1.pdf")))
        .isEqualTo("stones by ARXIV");
    assertThat(found(withDoi("10.48550/arXiv.2401.01234"))).isEqualTo("stones by ARXIV");
  }

  @Test
  void findsByTitleWhoSharesAnAuthor() {
    assertThat(found(paper("k", "wind", "D. Air", null))).isEqualTo("wind2 by TITLE");
    assertThat(found(paper("k", "Wind", "E. Else", null))).isEqualTo("none");
  }

  @Test
  void findsByTitleAloneIfItIsLongEnough() {
    assertThat(found(paper("k", "How rivers find the sea", "", null)))
        .isEqualTo("smith2020 by TITLE");
    assertThat(found(paper("k", "Wind", "", null))).isEqualTo("none");
    assertThat(found(paper("k", "How rivers find the sea", "E. Else", null))).isEqualTo("none");
  }

  @Test
  void readsOthersAsTextsIfTheySayEnough() {
    LibraryMatch match =
        LibraryMatch.of(
            snapshot,
            List.of(
                paper("a", "Gardens", "", null), // has an abstract
                Paper.of("b", "Four words are enough", ""),
                Paper.of("c", "Three are not", ""),
                Paper.of("d", "", "A text without a title"),
                paper("again", "GARDENS", "", null),
                paper("smith2020", "", "", null),
                withDoi("10.1145/3.riv")));
    assertThat(match.texts())
        .extracting(text -> text.entry().id().value())
        .containsExactly("a", "b");
    assertThat(match.numbers()).hasSize(1);
    assertThat(match.counts())
        .isEqualTo(new LibraryCounts(7, Map.of(Match.ID, 1, Match.DOI, 1), 3, 2, 0));
    assertThat(match.counts().matched()).isEqualTo(2);
  }

  @Test
  void countsEachEntryOfATextThatIsNotRead() {
    LibraryMatch match =
        LibraryMatch.of(
            snapshot,
            List.of(
                Paper.of("a", "Four words are enough", ""),
                Paper.of("b", "Gardens and their gates", ""),
                Paper.of("c", "GARDENS and their gates", ""),
                Paper.of("d", "Notes", ""),
                RIVERS));
    assertThat(match.counts(2)).isEqualTo(match.counts());
    assertThat(match.counts(1)).isEqualTo(new LibraryCounts(5, Map.of(Match.ID, 1), 1, 1, 2));
    assertThat(match.counts(0)).isEqualTo(new LibraryCounts(5, Map.of(Match.ID, 1), 0, 1, 3));
  }

  @Test
  void looksUpWhatThereIsTimeAndRoomFor() {
    List<Paper> entries = List.of(RIVERS, STONES, Paper.of("a", "Four words are enough", ""));
    LibraryTime few = new LibraryTime(Deadline.NEVER, 1);
    assertThat(LibraryMatch.of(snapshot, entries, few).counts())
        .isEqualTo(new LibraryCounts(3, Map.of(Match.ID, 1), 0, 0, 2));
    LibraryTime over = new LibraryTime(Deadline.in(Duration.ZERO, () -> 0), 9);
    assertThat(LibraryMatch.of(snapshot, entries, over).counts())
        .isEqualTo(new LibraryCounts(3, Map.of(), 0, 0, 3));
  }

  private static Paper withDoi(String doi) {
    return new Paper(new PaperId("k"), "Another title", "", List.of(), null, List.of(), null, doi);
  }

  private String found(Paper entry) {
    EntryFinder.@Nullable Found found = new EntryFinder(snapshot).find(entry);
    return found == null ? "none" : snapshot.id(found.number()) + " by " + found.match();
  }
}
