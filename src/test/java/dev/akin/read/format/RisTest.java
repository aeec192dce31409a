package dev.akin.read.format;

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

class RisTest {
  private static Reading library() {
    return Reading.of(Reading.resource("library.ris"), ReadOptions.DEFAULT);
  }

  private static Reading read(String text) {
    return Reading.of(text, PaperFormat.RIS);
  }

  @Test
  void readsEveryTag() {
    assertThat(library().papers().getFirst())
        .isEqualTo(
            new Paper(
                    new PaperId("10.5555/wool_1"),
                    "On Knots: Twisted Yarn",
                    "We knit in quadratic time.",
                    List.of("Anna Maria Löffler", "Knots and Sons Ltd.", "Otis King Jr."),
                    new PublicationDate(2019, 5, 17),
                    List.of("knitting", "yarn, socks"),
                    "https://wool.example.org/1",
                    "10.5555/wool_1")
                .called("loeffler-2019")
                .published(Publication.of(List.of("article-journal", "Journal of Wool Studies"))));
  }

  @Test
  void losesNoRecordBesideABrokenOne() {
    Reading library = library();
    assertThat(library.format()).isEqualTo(PaperFormat.RIS);
    assertThat(library.ids())
        .containsExactly(
            "10.5555/wool_1",
            "a-sweater-without-its-end",
            "10.48550/arXiv.2001.01234",
            "lost-a-sock-without-its-toe",
            "attention-to-sheep");
    assertThat(library.problems())
        .extracting(Problem::toString)
        .containsExactly("test:20: title is missing");
    assertThat(library.records()).isEqualTo(6);
  }

  @Test
  void namesTheArxivPaperWhereThereIsNoUrl() {
    List<Paper> papers = library().papers();
    assertThat(papers.get(2).url()).isEqualTo("https://arxiv.org/abs/2001.01234");
    assertThat(papers.get(2).date()).hasToString("2020");
    assertThat(papers.get(4).url()).isEqualTo("https://arxiv.org/abs/cs/0112017");
  }

  @Test
  void readsTheSameWithWindowsLineEndsAndAByteOrderMark() {
    String text = new String(Reading.resource("library.ris"), StandardCharsets.UTF_8);
    Reading windows = Reading.of("\uFEFF" + text.replace("\n", "\r\n"));
    assertThat(windows.papers()).isEqualTo(library().papers());
    assertThat(windows.problems()).extracting(Problem::line).containsExactly(20L);
  }

  @ParameterizedTest
  @CsvSource({
    "PY  - 2020|DA  - 2020/05/17,2020-05-17",
    "Y1  - 2019/05|DA  - 2020/05/17,2019-05",
    "PY  - soon|DA  - May 2020,2020-05",
  })
  void takesTheMostPreciseDateOfTheYear(String dates, String date) {
    String record = "TY  - JOUR\nTI  - T\n%s\nER  - \n".formatted(dates.replace('|', '\n'));
    assertThat(read(record).paper().date()).hasToString(date);
  }

  @Test
  void readsARecordWithoutItsEnd() {
    Reading reading = read("TY  - JOUR\nTI  - T\nTY  - JOUR\nTI  - U\nAB  - not cut off");
    assertThat(reading.ids()).containsExactly("t", "u");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void readsOnBehindALineThatIsNotUtf8() {
    byte[] bytes =
        "TY  - A\nTI  - caf?\nER  -\nTY  - ?\nTI  - M\nER  -\nTY  - A\nTI  - L\nER  -\n"
            .replace('?', '\u0081')
            .getBytes(StandardCharsets.ISO_8859_1);
    Reading reading = Reading.of(bytes, new ReadOptions(PaperFormat.RIS, null));
    assertThat(reading.ids()).containsExactly("l");
    assertThat(reading.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "test:1: line 2: not UTF-8 at byte 9 of the line",
            "test:4: line 4: not UTF-8 at byte 6 of the line");
  }

  @Test
  void boundsWhatARecordMayTake() {
    String half = "x".repeat(1 << 19);
    Reading reading =
        read("TY  - A\nTI  - %s\nAB  - %s\nER  -\nTY  - A\nTI  - L\nER  -\n".formatted(half, half));
    assertThat(reading.ids()).containsExactly("l");
    assertThat(reading.problems())
        .extracting(Problem::what)
        .containsExactly("record of more than 1,048,576 characters");
  }

  @Test
  void findsNothingBetweenRecords() {
    Reading reading = read("Exported on a Monday\n\nER  - \n");
    assertThat(reading.problem()).isEqualTo("no record of the format ris in it");
  }
}
