package dev.akin.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.report.Placed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PaperDataTest {
  private static final String RUN = "</script><script>alert(1)</script>";

  @TempDir Path folder;

  private static Paper paper(String id, String title, String url, String... authors) {
    return new Paper(
        new PaperId(id),
        title,
        "An abstract of " + title,
        List.of(authors),
        PublicationDate.parse("2021-05"),
        List.of("cs.CL", "cs.DL"),
        url,
        id.equals("a") ? "10.5555/a" : null);
  }

  private void write(List<Paper> papers) {
    Placed.papers(folder.resolve("index"), papers, placed -> placed.write(folder));
  }

  private JsonNode titles() throws IOException {
    return Pieces.read(folder, "titles-0");
  }

  @Test
  void holdsWhatListsShow() throws IOException {
    write(List.of(paper("a", "A", "", "Ada", "Bo"), paper("b", "B", "", "Bo")));

    assertThat(titles().get("ids").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(titles().get("titles").toString()).isEqualTo("[\"A\",\"B\"]");
    assertThat(titles().get("names").toString()).isEqualTo("[\"Ada\",\"Bo\"]");
    assertThat(titles().get("authors").toString()).isEqualTo("[[0,1],[1]]");
    assertThat(titles().get("years").toString()).isEqualTo("[2021,2021]");
  }

  @Test
  void saysTheTopicOfEachPaperAndItsRankThere() throws IOException {
    write(IntStream.range(0, 5).mapToObj(i -> paper("p" + i, "T" + i, "")).toList());

    // Even rows are in the first topic, odd ones in the second.
    assertThat(titles().get("topics").toString()).isEqualTo("[0,1,0,1,0]");
    assertThat(titles().get("ranks").toString()).isEqualTo("[0,0,1,1,2]");
  }

  @Test
  void holdsTheRestOfEachPaper() throws IOException {
    write(
        List.of(
            paper("a", "Treebank of Czech", ""),
            paper("b", "A treebank for Czech", ""),
            paper("c", "Else", "")));

    JsonNode texts = Pieces.read(folder, "texts-0");
    assertThat(texts.at("/texts/0").toString())
        .isEqualTo("[\"An abstract of Treebank of Czech\",\"cs.CL, cs.DL\"]");
    // All have the same direction, so the nearest are those with the first ids.
    assertThat(texts.get("near").toString()).isEqualTo("[[1,2],[0,2],[0,1]]");
    assertThat(texts.at("/cosines/0").toString()).isEqualTo("[10000,10000]");
    assertThat(texts.get("words").toString()).isEqualTo("[\"Czech\",\"treebank\"]");
    assertThat(texts.get("shared").toString()).isEqualTo("[[[0,1],[]],[[0,1],[]],[[],[]]]");
  }

  @Test
  void namesTheOtherVersionsOfAPaper() throws IOException {
    write(
        List.of(
            paper("a", "The sleep of bees in a meadow", "", "Ada Byron"),
            paper("b", "The sleep of bees in a meadow", "", "Ada Byron"),
            paper("c", "Else", "", "Bo Lee")));

    JsonNode versions = Pieces.read(folder, "texts-0").get("versions");
    assertThat(versions.at("/0/0/0").intValue()).isEqualTo(1);
    assertThat(versions.at("/0/0/1").stringValue()).contains("same title");
    assertThat(versions.at("/1/0/0").intValue()).isZero();
    assertThat(versions.has("2")).isFalse();
  }

  @Test
  void addressesAndDoisThatHoldTheIdAreWrittenOnce() throws IOException {
    write(
        List.of(
            paper("a", "A", "https://example.org/a/"),
            paper("b", "B", "https://example.org/b/"),
            paper("c", "C", "https://example.org/other"),
            paper("d", "D", "javascript:alert(1)")));
    assertThat(titles().get("links").toString())
        .isEqualTo("[0,0,\"https://example.org/other\",null]");
    assertThat(titles().get("forms").toString())
        .isEqualTo("[[\"https://example.org/\",\"/\"],[\"10.5555/\",\"\"]]");
    assertThat(titles().get("dois").toString()).isEqualTo("[1,null,null,null]");
  }

  @Test
  void manyAuthorsAreCut() throws IOException {
    String[] many = IntStream.range(0, 23).mapToObj(i -> "A" + i).toArray(String[]::new);
    write(List.of(paper("a", "A", "", many)));
    assertThat(titles().at("/authors/0")).hasSize(PaperAuthors.MAX_AUTHORS);
    assertThat(titles().get("more").toString()).isEqualTo("{\"0\":3}");
  }

  @Test
  void isNothingButData() throws IOException {
    write(List.of(paper("a\"", RUN, "", RUN)));

    assertThat(titles().at("/titles/0").stringValue()).isEqualTo(RUN);
    assertThat(Files.readString(folder.resolve("data/texts-0.js")))
        .matches("arrived\\(\"texts-0\",\"[A-Za-z0-9+/=]+\",\"[^\"]*corpus [^\"]*\"\\);\\n");
  }

  @Test
  void isPartOfAReport() {
    assertThat(PieceFile.isOne("titles-0.js")).isTrue();
    assertThat(PieceFile.isOne("texts-12.js")).isTrue();
    assertThat(PieceFile.isOne("texts.js")).isFalse();
    assertThat(PieceFile.isOne("../texts-1.js")).isFalse();
  }
}
