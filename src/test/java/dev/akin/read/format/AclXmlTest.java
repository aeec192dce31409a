package dev.akin.read.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.PaperFormat;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.Reading;
import dev.akin.read.record.ReadException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AclXmlTest {
  private static Reading collection() {
    return Reading.of(Reading.resource("collection.xml"), ReadOptions.DEFAULT);
  }

  private static String volume(String collection, String volume, String papers) {
    return "<collection id='%s'><volume id='%s'>%s</volume></collection>"
        .formatted(collection, volume, papers);
  }

  private static Reading read(String papers) {
    return Reading.of(volume("2031.wool", "1", papers), PaperFormat.ACL_XML);
  }

  @Test
  void readsEveryField() {
    assertThat(collection().papers().getFirst())
        .isEqualTo(
            new Paper(
                    new PaperId("2031.wool-main.1"),
                    "WoolNet: Felting in $O(n \\log n)$ & less",
                    "We felt wet wool$_2$ where R2 < 5 %. It is <warm>.",
                    List.of("Anna Maria Löffler", "Wendelin"),
                    new PublicationDate(2031, 5, 17),
                    List.of("wool", "ws"),
                    "https://aclanthology.org/2031.wool-main.1",
                    "10.5555/2031.wool-main.1")
                .published(
                    Publication.of(
                        List.of(
                            "paper-conference",
                            "Proceedings of the First Workshop on Wool",
                            "",
                            "",
                            "1-9")))
                .withPlain(
                    "WoolNet: Felting in O(n log n) & less",
                    "We felt wet wool₂ where R2 < 5 %. It is <warm>."));
  }

  @Test
  void losesNoPaperBesideABrokenOneAndTakesNoFrontMatter() {
    byte[] file = Reading.resource("collection.xml");
    Reading collection = collection();
    assertThat(collection.format()).isEqualTo(PaperFormat.ACL_XML);
    assertThat(collection.ids())
        .containsExactly("2031.wool-main.1", "2031.wool-main.3", "2031.wool-short.1");
    assertThat(collection.problems())
        .extracting(Problem::toString)
        .first()
        .isEqualTo("test:30: title is missing");
    assertThat(collection.problems().getLast().what())
        .startsWith("not well-formed XML in line 35: ");
    assertThat(collection.problems())
        .extracting(problem -> from(file, problem.byteOffset()))
        .containsExactly("<paper id=\"2\">", "<paper id=\"4\">");
    assertThat(collection.records()).isEqualTo(5);
  }

  private static String from(byte[] file, long offset) {
    return new String(file, (int) offset, 14, StandardCharsets.UTF_8);
  }

  @Test
  void takesThePapersOwnYearAndNoVenueOrDateOfAnotherVolume() {
    List<Paper> papers = collection().papers();
    assertThat(papers.get(1).date()).hasToString("2030");
    assertThat(papers.get(2).date()).isNull();
    assertThat(papers.get(2).categories()).containsExactly("wool");
  }

  @ParameterizedTest
  @CsvSource({
    "P19,1,1,P19-1001",
    "P19,1,1234,P19-11234",
    "W18,63,10,W18-6310",
    "W04,1,2,W04-0102",
    "C69,1,3,C69-0103",
    "C94,1,3,C94-1003",
    "D19,1,1,D19-1001",
    "D19,5,7,D19-0507",
    "D19,57,2,D19-5702",
    "2020.acl,main,1,2020.acl-main.1",
    "2020.acl,long,042,2020.acl-long.042",
  })
  void buildsIdsAsTheAnthologyDoes(String collection, String volume, String paper, String id) {
    String text = volume(collection, volume, "<paper id='" + paper + "'><title>T</title></paper>");
    assertThat(Reading.of(text).ids()).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "P19,x,1,a volume cannot have the id \"x\"",
        "P19,1,,a paper cannot have the id \"\"",
        "Wool,1,1,a collection cannot have the id \"Wool\"",
        "2020.acl,MAIN,1,a volume cannot have the id \"MAIN\"",
        "2020.acl,1,1/2,a paper cannot have the id \"1/2\"",
      })
  void skipsIdsThatAreNone(String collection, String volume, String paper, String what) {
    String papers = "<paper id='" + (paper == null ? "" : paper) + "'><title>T</title></paper>";
    String text = volume(collection, volume, papers);
    assertThat(Reading.of(text, PaperFormat.ACL_XML).problem()).isEqualTo(what);
  }

  @Test
  void putsNoPaperIntoTheVolumeBefore() {
    Reading reading =
        Reading.of(
            "<collection id='P19'><volume id='1'><paper id='1'><title>T</title></paper></volume>"
                + "<volume id='2' id='3'><paper id='2'><title>T</title></paper></volume>"
                + "<paper id='3'><title>T</title></paper></collection>");
    assertThat(reading.ids()).containsExactly("P19-1001");
    assertThat(reading.problems())
        .extracting(Problem::what)
        .satisfiesExactly(
            tag -> assertThat(tag).startsWith("not well-formed XML in line 1: "),
            volume -> assertThat(volume).isEqualTo("a volume cannot have the id \"\""),
            outside -> assertThat(outside).isEqualTo("a paper outside a volume"));
  }

  @Test
  void readsGzip() {
    Reading reading =
        Reading.of(Reading.gzip(Reading.resource("collection.xml")), ReadOptions.DEFAULT);
    assertThat(reading).isEqualTo(collection());
  }

  @Test
  void skipsARecordThatIsTooLongAndReadsTheNext() {
    String half = "é".repeat(1 << 18);
    Reading reading =
        read(
            "<paper id='1'><title>é</title></paper>\n"
                + "<paper id='2'><title>%s</title><abstract>%s</abstract></paper>\n"
                    .formatted(half, half)
                + "<paper id='3' x='%s%s'><title>T</title></paper>\n".formatted(half, half)
                + "<paper id='4'><title>T</title><!-- %s%s --></paper>\n".formatted(half, half)
                + "<paper id='5'><title>T</title></paper>");
    assertThat(reading.ids()).containsExactly("2031.wool-1.1", "2031.wool-1.5");
    assertThat(reading.problems()).extracting(Problem::line).containsExactly(2L, 3L, 4L);
    assertThat(reading.problems().getFirst().what())
        .isEqualTo("record of 1,048,634 bytes; the maximum is 1,048,576");
  }

  @Test
  void skipsARecordThatIsNotUtf8AndReadsTheNext() {
    byte[] text =
        volume(
                "P19",
                "1",
                "<paper id='1'><title>caf\u0081</title></paper>\n"
                    + "<paper id='2'><title>T</title></paper>")
            .getBytes(StandardCharsets.ISO_8859_1);
    Reading reading = Reading.of(text, ReadOptions.DEFAULT);
    assertThat(reading.ids()).containsExactly("P19-1002");
    assertThat(reading.problems())
        .extracting(Problem::what)
        .containsExactly("not UTF-8 at byte 24 of the record");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "</volume>|line 3 (</volume> instead of </abstract>)",
        "</abstract></paper><paper id='3'>|line 3 (it ends early, in <paper>)",
        "<b>|line 3 (it ends early, in <b>)",
        "<b a='>|line 3 (it ends early, in <abstract>)",
        "< b>|line 3 (a tag without a proper name)",
        "<b <c>|line 3 (a < in the tag <b>)",
        "<!-- |line 3 (it ends early, in <abstract>)",
        "<!ELEMENT a>|line 3 (a <! that is not a comment)",
        "</abstract></paper></volume></collection><collection>|line 3 (a second root element,"
            + " <collection>)",
        "</abstract></paper></volume></collection>more|line 3 (text outside the root element)",
        "</abstract x=''>|line 3 (more in the tag </abstract> than its name)",
      })
  void keepsWhatStandsBeforeBrokenXmlAndNamesTheLine(String broken, String where) {
    String text =
        "<collection id='P19'><volume id='1'>\n<paper id='1'><title>T</title></paper>\n"
            + "<paper id='2'><title>T</title><abstract>"
            + broken;
    List<String> ids = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    PaperSource source =
        PaperSource.of("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try (PaperReader reader = PaperReader.open(source, ReadOptions.DEFAULT, problems::add)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(
                () -> {
                  for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
                    ids.add(paper.id().value());
                  }
                })
            .isInstanceOfSatisfying(
                ReadException.class,
                e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MALFORMED))
            .hasMessageStartingWith("test: not well-formed XML in " + where + " after ");
      }
    }
    assertThat(ids).startsWith("P19-1001").hasSizeLessThanOrEqualTo(2);
    assertThat(problems).isEmpty();
  }

  @Test
  void refusesAnotherEncodingAndAnotherRoot() {
    String latin1 = "<?xml version='1.0' encoding='x-wool'?><collection id='P19'/>";
    assertThatThrownBy(() -> Reading.of(latin1))
        .isInstanceOf(ReadException.class)
        .hasMessage("test: is in \"x-wool\"; convert it to UTF-8");
    assertThatThrownBy(() -> Reading.of("<html><p>T</p></html>", PaperFormat.ACL_XML))
        .isInstanceOf(ReadException.class)
        .hasMessage("test: begins with <html>, not with <collection>");
    assertThatThrownBy(() -> Reading.of("papers", PaperFormat.ACL_XML))
        .isInstanceOf(ReadException.class);
  }
}
