package dev.akin.read.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.read.PaperFormat;
import dev.akin.read.ReadOptions;
import dev.akin.read.Reading;
import dev.akin.read.record.LineReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyPapersTest {
  private static final String ABSTRACT =
      "We fold socks, and say how, at some length. ".repeat(9).strip();

  private static Reading page(String name) {
    return Reading.of(Reading.resource(name), ReadOptions.DEFAULT);
  }

  /// The papers of a text of these lines, and its problems with the numbers of their lines.
  private static List<String> read(String... lines) {
    Reading reading = Reading.of(String.join("\n", lines), PaperFormat.DAILY_PAPERS);
    assertThat(reading.records()).isEqualTo(reading.papers().size() + reading.problems().size());
    List<String> papers =
        reading.papers().stream()
            .map(paper -> paper.title() + (paper.date() == null ? "" : " " + paper.date()))
            .toList();
    List<String> problems =
        reading.problems().stream().map(problem -> problem.line() + ": " + problem.what()).toList();
    return Stream.concat(papers.stream(), problems.stream()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"page-blank-lines.txt", "page-with-metadata.txt", "page-compact.txt"})
  void readsTheSamePapersInEveryLayout(String page) {
    Reading reading = page(page);
    assertThat(reading.format()).isEqualTo(PaperFormat.DAILY_PAPERS);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.papers())
        .extracting(Paper::title)
        .containsExactly(
            "Teaching Kettles to Whistle in Tune",
            "What Do Lighthouses Know? A Survey of Blinking",
            "Café Queues as Markov Chains: the Case of the Second Cup",
            "π_{2}: Folding Paper Boats with α-Creases",
            "Sorting Socks Without Looking");
    assertThat(reading.papers().get(1).abstractText())
        .startsWith("Lighthouses blink in many ways")
        .contains("<10% blink", "<analyze>", "remains **open**:")
        .endsWith("in a leap year.");
    assertThat(reading.papers())
        .allSatisfy(paper -> assertThat(paper.authors()).isEmpty())
        .extracting(paper -> paper.id().value())
        .startsWith(
            "teaching-kettles-to-whistle-in-tune",
            "what-do-lighthouses-know-a-survey-of-blinking",
            "cafe-queues-as-markov-chains-the-case-of-the-second-cup");
  }

  @Test
  void readsDatesAndTakesTheYearFromTheOptionsWhereThereIsNone() {
    byte[] page = Reading.resource("page-with-metadata.txt");
    assertThat(dates(Reading.of(page, ReadOptions.DEFAULT)))
        .containsExactly("2025-03-06", "null", "2025-02-24", "null", "2022-11-20");
    assertThat(dates(Reading.of(page, new ReadOptions(null, 2026))))
        .containsExactly("2025-03-06", "2026-04-23", "2025-02-24", "null", "2022-11-20");
  }

  private static List<String> dates(Reading reading) {
    return reading.papers().stream().map(paper -> Objects.toString(paper.date())).toList();
  }

  @Test
  void readsOnePageAfterAnother() {
    String page = new String(Reading.resource("page-with-metadata.txt"), UTF_8);
    Reading reading = Reading.of(page + "\n" + page.replace("\n", "\r\n"));
    assertThat(reading.papers()).hasSize(10);
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void takesAShortAbstractThatIsASentence() {
    assertThat(read("Socks", "We fold them.", "Cups", "We stack them…"))
        .containsExactly("Socks", "Cups");
  }

  @Test
  void givesNoTitleTheAbstractOfAnother() {
    String[] all = {"Socks", ABSTRACT, "Cups", ABSTRACT, "Boats", ABSTRACT};
    for (int missing = 0; missing < all.length; missing++) {
      int without = missing;
      String[] lines = Arrays.stream(all).toArray(String[]::new);
      lines[without] = "";
      String whole = all[without / 2 * 2];
      String problem =
          without % 2 == 0
              ? (without + 2)
                  + ": 395 characters where a title should be: an abstract without a title?"
              : without + ": a title without an abstract: \"" + whole + "\"";
      assertThat(read(lines)).hasSize(3).doesNotContain(whole).endsWith(problem);
    }
  }

  @Test
  void skipsATitleWhoseAbstractIsMetadata() {
    assertThat(
            read(
                "Socks",
                "• 4 authors",
                "·",
                "Mar 6, 2025",
                "Cups",
                ABSTRACT,
                "lab Lab of Tea Inc.",
                "·",
                "Mar 7, 2025"))
        .containsExactly("Cups 2025-03-07", "1: a title without an abstract: \"Socks\"");
    assertThat(read("Socks", "lab Lab of Tea Inc.", "·", "Mar 6, 2025", "Cups", ABSTRACT))
        .containsExactly("Cups", "1: a title without an abstract: \"Socks\"");
  }

  @Test
  void skipsADayThatThereIsNot() {
    assertThat(read("Socks", ABSTRACT, "• 4 authors", "·", "Feb 30, 2025", "Cups", ABSTRACT))
        .containsExactly("Cups", "1: no such date: day 30 is not within 1..28");
  }

  @Test
  void namesTheTitleOfAnAbstractThatIsNotText() {
    String tooLong = "x".repeat(LineReader.MAX_LINE_BYTES + 1);
    assertThat(read("", "Socks", "", tooLong, "Cups", ABSTRACT))
        .containsExactly("Cups", "2: line of 1,048,577 bytes; the maximum is 1,048,576");
    assertThat(read(tooLong, ABSTRACT, "Cups", ABSTRACT))
        .containsExactly("Cups", "1: line of 1,048,577 bytes; the maximum is 1,048,576");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mar 6, 2025|2025-03-06",
        "Mar 6, 2025 17|2025-03-06",
        "Dec 31|2026-12-31",
        "Feb 27 3|2026-02-27"
      })
  void readsEveryFormOfDate(String date, String day) {
    byte[] page = String.join("\n", "Socks", ABSTRACT, "• 1 authors", "·", date).getBytes(UTF_8);
    assertThat(Reading.of(page, new ReadOptions(PaperFormat.DAILY_PAPERS, 2026)).paper().date())
        .hasToString(day);
  }
}
