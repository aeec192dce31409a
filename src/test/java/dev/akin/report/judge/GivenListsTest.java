package dev.akin.report.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.recommend.PlaneIndex;
import dev.akin.report.page.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenListsTest {
  @TempDir static Path folder;

  private static PaperIndex index;
  private static IndexSnapshot snapshot;

  @BeforeAll
  static void open() {
    Map<Paper, Double> papers = new LinkedHashMap<>();
    Stream.of("a", "b", "c", "=d", "10.1/e")
        .forEach(id -> papers.put(PlaneIndex.paper(id, "On " + id, "", null), 10.0));
    index = PlaneIndex.of(folder.resolve("index"), papers);
    snapshot = index.snapshot();
  }

  @AfterAll
  static void close() {
    snapshot.close();
    index.close();
  }

  private static GivenLists read(String text) throws IOException {
    return GivenLists.read(Files.writeString(folder.resolve("lists"), text));
  }

  private static int number(String id) {
    return snapshot.find(id).orElseThrow();
  }

  private static List<String> ids(GivenLists lists, String id) {
    return lists.of(snapshot, number(id), 5).stream().map(paper -> paper.id().value()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c,'=d\nb,a",
        "id,first,second,third\na,b,c,'=d\nb,a,,\n",
        "\uFEFFid,related\r\na,b\r\na,c\r\na,'=d\r\n\r\nb,a\r\n",
        "{\"id\":\"a\",\"related\":[\"b\",\"c\",\"=d\"]}\n\n{\"id\":\"b\",\"related\":[\"a\"]}",
        """
        {"id":"a","results":[{"id":"b"},{"id":"c"},{"id":"=d"}],"belowFloor":1}
        {"id":"b","results":[{"id":"a"}]}
        """,
        """
        {"provenance":{}}
        {"id":"c","related":[]}
        {"id":"c","deleted":true}
        {"id":"a","related":["c"]}
        {"id":"a","related":["b","c","=d"]}
        {"id":"b","related":["a"]}
        """
      })
  void readsListsInTheirOrder(String text) throws IOException {
    GivenLists lists = read(text);

    assertThat(ids(lists, "a")).containsExactly("b", "c", "=d");
    assertThat(ids(lists, "b")).containsExactly("a");
    assertThat(lists.has(snapshot, number("c"))).isFalse();
    assertThat(lists.unknown()).isEmpty();
  }

  @Test
  void findsPapersByOtherNames() throws IOException {
    assertThat(ids(read("doi:10.1/E,a\n"), "10.1/e")).containsExactly("a");
    assertThat(ids(read("a,doi:10.1/E\n"), "a")).containsExactly("10.1/e");
  }

  @Test
  void leavesOutThePaperItselfAndWhatTheIndexLacks() throws IOException {
    GivenLists lists = read("a,gone,a,c,c,b\nb,never asked\n");

    assertThat(ids(lists, "a")).containsExactly("c", "b");
    assertThat(lists.unknown()).containsExactly("gone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "id,related\n", "{\"id\":\"a\"}\n", "{\"related\":[]}\n", "{\"id\":\"a\","})
  void refusesFilesWithoutLists(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith(folder.resolve("lists").toString());
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> GivenLists.read(folder.resolve("nothing")))
        .isInstanceOf(ReportException.class)
        .hasMessage(folder.resolve("nothing") + ": no such file");
  }
}
