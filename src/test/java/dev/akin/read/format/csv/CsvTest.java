package dev.akin.read.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.PaperFormat;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.Reading;
import dev.akin.read.record.ReadException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static Reading papers() {
    return Reading.of(Reading.resource("papers.csv"), ReadOptions.DEFAULT);
  }

  private static Reading read(String text) {
    return Reading.of(text, PaperFormat.CSV);
  }

  @Test
  void readsEveryColumnOfZotero() {
    assertThat(papers().papers().getFirst())
        .isEqualTo(
            new Paper(
                    new PaperId("10.5555/wool_1"),
                    "On \"Knots\": Twisted Yarn",
                    "We knit in quadratic time, slowly.",
                    List.of("Anna Maria Löffler", "Otis King Jr."),
                    new PublicationDate(2019, 5, 17),
                    List.of("knitting", "yarn"),
                    "https://wool.example.org/1",
                    "10.5555/wool_1")
                .called("LOEFFLER1")
                .published(Publication.of(List.of("article-journal", "Wool"))));
  }

  @Test
  void losesNoRecordBesideABrokenOne() {
    Reading papers = papers();
    assertThat(papers.format()).isEqualTo(PaperFormat.CSV);
    assertThat(papers.ids())
        .containsExactly("10.5555/wool_1", "king-2020-felt-a-history", "attention-to-sheep");
    assertThat(papers.papers().get(1).title()).isEqualTo("Felt; a History");
    assertThat(papers.problems())
        .extracting(Problem::toString)
        .containsExactly("test:5: 12 fields, but the header has 11");
    byte[] file = Reading.resource("papers.csv");
    int offset = (int) papers.problems().getFirst().byteOffset();
    assertThat(new String(file, offset, 5, StandardCharsets.UTF_8)).isEqualTo("BAD2,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EID;Title;Authors;Author full names;Year;Source title;DOI;Link;Abstract;Author Keywords\n"
            + "1;Felt;\"Löffler A.; King O.\";\"Löffler, Anna (571); King, Otis"
            + " (12)\";2020;W;10.5555/x;http://x;A;a",
        "Publication ID\tTitle\tAbstract\tAuthors\tPubYear\tKeywords\tDOI\tURL\n"
            + "1\tFelt\tA\tLöffler, Anna; King, Otis\t2020\ta\t10.5555/x\thttp://x",
        "\uFEFFid,TITLE , Abstract,authors,date,categories,url,doi\n"
            + "1,Felt,A,Anna Löffler;Otis King;,2020,a,http://x,https://doi.org/10.5555/x",
        "sep=;\nid;title;abstract;authors;year;keywords;url;doi\n"
            + "1;\"Felt\";A;Anna Löffler;2020;a;http://x;10.5555/x",
      })
  void knowsTheColumnsOfOtherDatabases(String text) {
    Reading reading = Reading.of(text);
    assertThat(reading.format()).isEqualTo(PaperFormat.CSV);
    Paper paper = reading.paper();
    assertThat(paper)
        .isEqualTo(
            new Paper(
                    new PaperId("1"),
                    "Felt",
                    "A",
                    text.startsWith("sep")
                        ? List.of("Anna Löffler")
                        : List.of("Anna Löffler", "Otis King"),
                    PublicationDate.ofYear(2020),
                    List.of("a"),
                    "http://x",
                    "10.5555/x")
                .published(Publication.of(List.of("", text.startsWith("EID") ? "W" : ""))));
  }

  @ParameterizedTest
  @CsvSource({
    "'Löffler, Anna',Anna Löffler",
    "'Anna Löffler; Otis King',Anna Löffler|Otis King",
    "'Anna Löffler, Otis King, Bo Berg and Li Na',Anna Löffler|Otis King|Bo Berg|Li Na",
    "'King, Otis, Jr.; ',Otis King Jr.",
    "' ; ;',''",
  })
  void splitsAuthors(String authors, String names) {
    Paper paper = read("title,authors\nT,\"" + authors + "\"\n").paper();
    assertThat(String.join("|", paper.authors())).isEqualTo(names);
  }

  @Test
  void namesWhatIsWrongWithARecordAndReadsTheNext() {
    Reading reading =
        read(
            """
            id,title
            1,One
            2,"not closed
            3,"Three, closed"
            4,"Four" more
            5,a "quoted" word
            6,"Six
            lines 7 and 8"
            9,Nine,9
            "10",""
            11,"cut off
            """);
    assertThat(reading.ids()).containsExactly("1", "3", "4", "5", "6", "10");
    assertThat(reading.papers().get(2).title()).isEqualTo("\"Four\" more");
    assertThat(reading.papers().get(4).title()).isEqualTo("Six lines 7 and 8");
    assertThat(reading.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "test:3: text after the closing quotation mark of a field, in line 4",
            "test:9: 3 fields, but the header has 2",
            "test:11: a quotation mark that is not closed");
  }

  @Test
  void losesNothingBehindAMarkThatIsNotClosed() {
    Reading reading = read("id,title\n1,\"One\n2,Two\n3,Three\n");
    assertThat(reading.ids()).containsExactly("2", "3");
    assertThat(reading.problems())
        .extracting(Problem::toString)
        .containsExactly("test:2: a quotation mark that is not closed");
  }

  @Test
  void readsOnBehindALineThatIsNotUtf8() {
    byte[] bytes =
        "id,title\n1,caf\u0081\n2,Two\n3,\"Three\ncaf\u0081\"\n4,Four\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    Reading reading = Reading.of(bytes, ReadOptions.DEFAULT);
    assertThat(reading.ids()).containsExactly("2", "4");
    assertThat(reading.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "test:2: not UTF-8 at byte 5 of the line",
            "test:4: not UTF-8 at byte 3 of the line, in line 5",
            "test:5: not UTF-8 at byte 3 of the line");
  }

  @Test
  void boundsWhatARecordMayTake() {
    String half = "x".repeat(1 << 19);
    Reading reading =
        read("id,title\n1,\"%s\n%s\"\n2,%s%s\n3,T\n".formatted(half, half, half, half + half));
    assertThat(reading.ids()).containsExactly("3");
    assertThat(reading.problems()).extracting(Problem::line).containsExactly(2L, 3L, 4L);
    assertThat(reading.problems().getFirst().what())
        .startsWith("record of more than 1,048,576 characters or 10,000 lines;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\",\"\n", "\"\n", "\"\"\n", ",\"\n", "\"\"\"\n", "\n", "\"a\n", "\"a,", "\r"})
  void takesTimeInProportionToTheLength(String hostile) {
    String lines = hostile.repeat((1 << 20) / hostile.length());
    assertThatCode(() -> read("id,title\n1,\"One\n" + lines)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,name\n1,T\n", "\n\n", "id:title\n1:T\n"})
  void asksForATitle(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            ReadException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MALFORMED));
  }

  @Test
  void readsATitleAlone() {
    assertThat(read("Title\nFelt\n\nSocks, a History\n").ids()).containsExactly("felt");
    assertThat(read("title\n\"Felt, Wet\"\n").ids()).containsExactly("felt-wet");
  }
}
