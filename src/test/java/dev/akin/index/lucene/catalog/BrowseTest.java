package dev.akin.index.lucene.catalog;

import static dev.akin.index.lucene.Samples.dated;
import static dev.akin.index.lucene.Samples.index;
import static dev.akin.index.lucene.Samples.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.lucene.Samples;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.BrowsePosition;
import dev.akin.index.store.Filter;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BothStores
class BrowseTest {
  private final Path directory;

  BrowseTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private List<Paper> page(@Nullable BrowsePosition after, int count) {
    List<Paper> page = new ArrayList<>();
    look(directory, snapshot -> page.addAll(snapshot.browse(Filter.NONE, after, count)));
    return page;
  }

  private static List<String> ids(List<Paper> papers) {
    return papers.stream().map(paper -> paper.id().value()).toList();
  }

  /// A paper with only a month is ordered by the first day of that month.
  @Test
  void newestComeFirstAndUndatedLast() {
    index(directory, dated("d", null), dated("old", "1999-12-31"), dated("b", "2024-05-01"));
    index(directory, dated("c", null), dated("a", "2024-05"), dated("new", "2024-05-02"));
    assertThat(ids(page(null, 10))).containsExactly("new", "a", "b", "old", "c", "d");
    assertThat(ids(page(null, 2))).containsExactly("new", "a");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void pagesNeitherRepeatNorLose(int size) {
    Samples.change(
        directory,
        writer -> {
          for (int i = 0; i < 5; i++) {
            Samples.put(
                writer,
                dated("x" + i, "2024-05"),
                dated("y" + i, "2024-05-0" + (i + 1)),
                dated("z" + i, null));
            writer.commit();
          }
        });
    List<String> read = new ArrayList<>();
    List<Paper> page = page(null, size);
    while (!page.isEmpty()) {
      read.addAll(ids(page));
      page = page(BrowsePosition.after(page.getLast()), size);
    }
    assertThat(read).isEqualTo(ids(page(null, 100))).hasSize(15);
  }

  @Test
  void staysInPlaceWhilePapersComeAndGo() {
    index(directory, dated("d", "2024-04"), dated("c", "2024-05"), dated("b", "2024-06"));
    BrowsePosition afterC = BrowsePosition.after(page(null, 2).getLast());
    index(directory, dated("a", "2024-07"), dated("c2", "2024-05"), dated("e", null));
    Samples.change(directory, writer -> writer.delete(new PaperId("c")));
    assertThat(ids(page(afterC, 10))).containsExactly("c2", "d", "e");
  }

  @Test
  void goesOnAmongTheUndated() {
    index(directory, dated("a", null), dated("b", null), dated("z", "2024"));
    assertThat(ids(page(new BrowsePosition(null, new PaperId("a")), 10))).containsExactly("b");
    assertThat(page(new BrowsePosition(null, new PaperId("b")), 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+999999999-12-31,a", "-999999999-01-01,a", "1970-01-01,zzz", "undated,a"})
  void takesAnyPosition(String position) {
    index(directory, dated("b", "2024"), dated("c", null));
    assertThat(ids(page(BrowsePosition.parse(position), 10)))
        .isEqualTo(position.startsWith("+") ? List.of("b", "c") : List.of("c"));
  }

  @Test
  void filters() {
    index(directory, dated("a", "2024"), dated("b", "2023"), dated("c", null));
    Filter filter = new Filter(null, PublicationDate.ofYear(2023), List.of(), List.of(), List.of());
    look(
        directory,
        snapshot -> assertThat(ids(snapshot.browse(filter, null, 10))).containsExactly("b"));
  }

  @Test
  void anEmptyIndexHasAnEmptyPage() {
    index(directory);
    assertThat(page(null, 10)).isEmpty();
    assertThat(page(new BrowsePosition(null, new PaperId("a")), 10)).isEmpty();
  }

  @Test
  void takesAnyPositiveCount() {
    index(directory, dated("a", "2024"));
    assertThat(page(null, Integer.MAX_VALUE)).hasSize(1);
    assertThatThrownBy(() -> page(null, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-05-17,2024.acl-long.12", "undated,a,b", "0999-01-01,cs/0112017"})
  void positionsPrintWhatTheyRead(String text) {
    assertThat(BrowsePosition.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",", "a", "2024-05-17", "2024-05-17,", "2024,a", "2024-13-01,a", "undated, a"})
  void refusesWhatIsNoPosition(String text) {
    assertThatThrownBy(() -> BrowsePosition.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
