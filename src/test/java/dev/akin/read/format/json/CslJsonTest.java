package dev.akin.read.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.PaperFormat;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CslJsonTest {
  private static final String ITEM = "{\"id\":\"%s\",\"type\":\"book\",\"title\":\"T\"}";

  private static Reading library() {
    return Reading.of(Reading.resource("library.json"), ReadOptions.DEFAULT);
  }

  private static Reading read(String text) {
    return Reading.of(text, PaperFormat.CSL_JSON);
  }

  @Test
  void readsEveryKey() {
    assertThat(library().papers().getFirst())
        .isEqualTo(
            new Paper(
                    new PaperId("10.5555/wool_1"),
                    "On Knots: H₂O in \"Wool\" [and {yarn}]",
                    "We knit faster, p<0.1.",
                    List.of("Anna Maria Löffler", "J. van der Berg Jr.", "Knots and Sons Ltd."),
                    new PublicationDate(2019, 5, 17),
                    List.of("knitting", "yarn, socks"),
                    "https://wool.example.org/1",
                    "10.5555/wool_1")
                .called("loeffler2019Knots")
                .published(Publication.of(List.of("article-journal", ""))));
  }

  @Test
  void losesNoItemBesideABrokenOne() {
    Reading library = library();
    assertThat(library.format()).isEqualTo(PaperFormat.CSL_JSON);
    assertThat(library.ids()).hasSize(3).first().isEqualTo("10.5555/wool_1");
    assertThat(library.problems()).extracting(Problem::line).containsExactly(19L, 20L, 21L);
  }

  @Test
  void namesTheArxivPaperWhereThereIsNoUrl() {
    List<Paper> papers = library().papers();
    assertThat(papers.get(1).url()).isEqualTo("https://arxiv.org/abs/2001.01234");
    assertThat(papers.get(1).date()).hasToString("2020-05");
    assertThat(papers.get(2).url()).isEqualTo("https://arxiv.org/abs/cs/0112017");
    assertThat(papers.get(2).date()).hasToString("2021");
  }

  @Test
  void readsTheSameWithWindowsLineEndsAndAByteOrderMark() {
    String text = new String(Reading.resource("library.json"), StandardCharsets.UTF_8);
    Reading windows = Reading.of("\uFEFF" + text.replace("\n", "\r\n"));
    assertThat(windows.papers()).isEqualTo(library().papers());
    assertThat(windows.problems()).extracting(Problem::line).containsExactly(19L, 20L, 21L);
  }

  @Test
  void streamsAnArrayOnOneLine() {
    String items = (ITEM.formatted("x") + ",").repeat(100_000);
    Reading reading = read("[" + items + ITEM.formatted("last") + "]");
    assertThat(reading.papers()).hasSize(100_001);
    assertThat(reading.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[%s,|the JSON array ends early",
        "[%s|the JSON array ends early",
        "[%s,{\"id\":\"b\"|JSON that ends early, after 9 characters",
        "[%s,{\"id\":\"b|JSON that ends early",
        "[%s,7]|not a JSON object but a number",
        "[%s,\"a, ] b\"]|not a JSON object but a string",
        "[%s,{\"id\":\"b\"}]|title is missing",
        "[%s,{\"title\":\"\"}]|neither a DOI nor a title",
        "[%s,{\"title\":[]}]|neither a DOI nor a title",
        "[%s,{\"title\":\"T\",\"x\":NaN}]|not JSON near character",
        "[%s}]|not JSON near character 1: }",
      })
  void skipsWithAReason(String array, String what) {
    Reading reading = read(array.formatted(ITEM.formatted("a")));
    assertThat(reading.names()).containsExactly("a");
    assertThat(reading.problems())
        .singleElement()
        .extracting(Problem::what)
        .asString()
        .startsWith(what);
  }

  @Test
  void saysWhereAnItemBegins() {
    Reading reading = read("[\n" + ITEM.formatted("a") + ",\n  {\"id\":\"b\"}\n]");
    // bytes: 2 + 36 of the item + 2 of the comma and its line feed + 2 spaces
    assertThat(reading.problems()).containsExactly(new Problem("test", 3, 42, "title is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[ \n ]\n"})
  void findsNothingInAnEmptyArray(String text) {
    Reading reading = read(text);
    assertThat(reading.papers()).isEmpty();
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void readsOnBehindAnItemThatIsNotUtf8() {
    byte[] bytes =
        ("[{\"title\":\"caf\u0081\"}," + ITEM.formatted("b") + "]")
            .getBytes(StandardCharsets.ISO_8859_1);
    Reading reading = Reading.of(bytes, new ReadOptions(PaperFormat.CSL_JSON, null));
    assertThat(reading.names()).containsExactly("b");
    assertThat(reading.problems())
        .containsExactly(new Problem("test", 1, 1, "not UTF-8 at byte 13 of the item"));
  }

  @Test
  void boundsWhatAnItemMayTake() {
    String longest = "{\"x\":\"" + "x".repeat((1 << 20) - 7) + "\"}";
    Reading reading = read("[" + longest + "," + ITEM.formatted("b") + "]");
    assertThat(reading.names()).containsExactly("b");
    assertThat(reading.problems())
        .extracting(Problem::what)
        .containsExactly("item of 1,048,577 bytes; the maximum is 1,048,576");
  }
}
