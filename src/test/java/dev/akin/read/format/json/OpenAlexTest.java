package dev.akin.read.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.PaperFormat;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAlexTest {
  private static Reading works() {
    return Reading.of(Reading.resource("works.jsonl"), ReadOptions.DEFAULT);
  }

  private static Reading work(String values) {
    return Reading.of(
        "{\"id\":\"https://openalex.org/W1\",\"title\":\"T\"," + values + "}",
        PaperFormat.OPENALEX);
  }

  @Test
  void readsEveryField() {
    assertThat(works().papers().getFirst())
        .isEqualTo(
            new Paper(
                new PaperId("W100"),
                "On Knots",
                "We knit in quadratic time; knit slowly.",
                List.of("Anna Löffler", "Otis King"),
                new PublicationDate(2019, 5, 17),
                List.of("Knitting", "Yarn and Thread"),
                "https://wool.example.org/1",
                "10.5555/wool.1"));
  }

  @Test
  void takesNullForEverythingButTheIdAndNamesWhatIsNoWork() {
    Reading works = works();
    assertThat(works.format()).isEqualTo(PaperFormat.OPENALEX);
    assertThat(works.ids()).containsExactly("W100", "W101", "W103");
    assertThat(works.papers().get(1))
        .isEqualTo(new Paper(new PaperId("W101"), "", "", List.of(), null, List.of(), null, null));
    assertThat(works.papers().get(2).title()).isEqualTo("Only Named");
    assertThat(works.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "test:3: id is not that of a work in OpenAlex but \"https://openalex.org/A5\"",
            "test:4: abstract_inverted_index has the position 2000000000; the positions are 0 to"
                + " 100,000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"b\":[7],\"a\":[0],\"c\":[100000]}|a b c",
        "{}|''",
        "{\"a\":[]}|''",
        "{\"b\":[1],\"\":[0]}|b",
        "{\"same\":[1],\"place\":[1]}|same place",
      })
  void rebuildsAnAbstract(String index, String text) {
    assertThat(work("\"abstract_inverted_index\":" + index).paper().abstractText()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":[-1]}|has the position -1;",
        "{\"a\":[0.5]}|has the position 0.5;",
        "{\"a\":[1e99]}|has the position",
        "{\"a\":[99999999999999999999]}|has the position 99999999999999999999;",
        "{\"a\":[\"0\"]}|has the position \"0\";",
        "{\"a\":[[0]]}|has the position [0];",
        "[\"a\"]|expected an object as abstract_inverted_index",
        "\"a b\"|expected an object as abstract_inverted_index",
      })
  void refusesAnIndexThatIsNone(String index, String what) {
    assertThat(work("\"abstract_inverted_index\":" + index).problem()).contains(what);
  }

  @Test
  void refusesAnAbstractOfAnAbsurdLength() {
    String zeros = "0,".repeat(2000) + "0";
    String word = "x".repeat(1000);
    assertThat(work("\"abstract_inverted_index\":{\"" + word + "\":[" + zeros + "]}").problem())
        .isEqualTo("abstract_inverted_index has more than 100,001 words or 1,048,576 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-13-45,2018,2020",
    "soon,2018,2018",
    "2020-02,1,2020-02",
  })
  void makesTheBestOfADate(String date, int year, String read) {
    Paper paper =
        work("\"publication_date\":\"%s\",\"publication_year\":%d".formatted(date, year)).paper();
    assertThat(paper.date()).hasToString(read);
  }
}
