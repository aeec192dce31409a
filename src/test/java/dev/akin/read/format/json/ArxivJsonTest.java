package dev.akin.read.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.PaperFormat;
import dev.akin.read.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArxivJsonTest {
  private static Paper read(String line) {
    Reading reading = Reading.of(line);
    assertThat(reading.format()).isEqualTo(PaperFormat.ARXIV_JSON);
    return reading.paper();
  }

  @Test
  void readsARecordOfTheSnapshot() {
    Paper paper =
        read(
            """
            {"id":"hep-th/0703999","submitter":"Ada Byte","authors":"A. Byte, B. Nibble Jr and C",\
            "title":"On $\\\\alpha$-kettles\\n  and lids","comments":null,"journal-ref":"J. Tea 7",\
            "doi":"10.9999/tea.7","report-no":null,"categories":"hep-th math.AG","license":null,\
            "abstract":"  We boil\\nwater.  Twice.\\n","versions":[{"version":"v1",\
            "created":"Mon, 2 Apr 2007 19:18:42 GMT"},{"version":"v2",\
            "created":"Tue, 24 Jul 2007 20:10:27 GMT"}],"update_date":"2008-11-26",\
            "authors_parsed":[["Byte","Ada",""],["Nibble","B.","Jr","Tea Lab"],["C","",""]]}
            """);
    assertThat(paper)
        .isEqualTo(
            new Paper(
                    new PaperId("hep-th/0703999"),
                    "On $\\alpha$-kettles and lids",
                    "We boil water. Twice.",
                    List.of("Ada Byte", "B. Nibble Jr", "C"),
                    new PublicationDate(2007, 4, 2),
                    List.of("hep-th", "math.AG"),
                    "https://arxiv.org/abs/hep-th/0703999",
                    "10.9999/tea.7")
                .published(Publication.of(List.of("", "J. Tea 7")))
                .withPlain("On α-kettles and lids", "We boil water. Twice."));
  }

  @Test
  void keepsThePlaceOfAnEmptyPartOfAName() {
    assertThat(
            read("{\"id\":\"1\",\"title\":\"T\",\"authors_parsed\":[[\"Nibble\",\"\",\"Jr\"]]}")
                .authors())
        .containsExactly("Nibble Jr");
  }

  @Test
  void fallsBackOnTheLineOfAuthorsAndTheUpdate() {
    Paper paper =
        read(
            """
            {"id":"0704.9999","title":"T","authors":"A. Byte (Lab of Tea, Upper and Lower), B. \
            Sand,\\n  C. Andrews and D","versions":[],"update_date":"2008-11-26"}\
            """);
    assertThat(paper.authors()).containsExactly("A. Byte", "B. Sand", "C. Andrews", "D");
    assertThat(paper.date()).hasToString("2008-11-26");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Mon, 31 Dec 2007 23:30:00 -0100\"|2008-01-01",
        "\"Tue, 1 Jan 2008 00:30:00 +0100\"|2007-12-31"
      })
  void countsDaysInUtc(String created, String day) {
    Paper paper =
        read("{\"id\":\"1\",\"title\":\"T\",\"versions\":[{\"created\":" + created + "}]}");
    assertThat(paper.date()).hasToString(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"versions\":[{\"created\":\"yesterday\"}]|created is not a date but \"yesterday\"",
        "\"versions\":[{\"created\":\"Mon, 2 Apr 0007 19:18:42 GMT\"}]|created is not a date",
        "\"versions\":[\"v1\"]|expected an object in versions, found \"v1\"",
        "\"versions\":\"v1\"|expected a list as versions, found \"v1\"",
        "\"authors_parsed\":[\"Byte\"]|expected a list of strings as authors_parsed, found"
            + " \"Byte\"",
        "\"versions\":[{\"a\":1,\"a\":2}]|a key occurs twice in an inner object"
      })
  void skipsWithAReason(String values, String what) {
    assertThat(
            Reading.of("{\"id\":\"1\",\"title\":\"T\"," + values + "}", PaperFormat.ARXIV_JSON)
                .problem())
        .startsWith(what);
  }
}
