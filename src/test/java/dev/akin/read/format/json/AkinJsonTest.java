package dev.akin.read.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.PaperFormat;
import dev.akin.read.Problem;
import dev.akin.read.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AkinJsonTest {
  private static Reading read(String line) {
    return Reading.of(line, PaperFormat.AKIN_JSON);
  }

  @Test
  void skipsAListAmongLines() {
    Reading reading =
        Reading.of(
            "{\"id\":\"1\",\"title\":\"T\"}\n[{\"id\":\"2\",\"title\":\"T\"}]",
            PaperFormat.AKIN_JSON);
    assertThat(reading.ids()).containsExactly("1");
    assertThat(reading.problems())
        .extracting(problem -> problem.what())
        .containsExactly("not a JSON object but a list");
  }

  @Test
  void readsEveryKey() {
    Paper paper =
        read("""
        {"id":"p/1","title":"A  title","abstract":"Of\\nlines.","authors":["Ada B","C D"],\
        "date":"2024-05","year":1999,"categories":["cs.CL","cs.IR"],"url":"https://x.org/1",\
        "doi":"10.5555/x"}
        """)
            .paper();
    assertThat(paper)
        .isEqualTo(
            new Paper(
                new PaperId("p/1"),
                "A title",
                "Of lines.",
                List.of("Ada B", "C D"),
                new PublicationDate(2024, 5, 0),
                List.of("cs.CL", "cs.IR"),
                "https://x.org/1",
                "10.5555/x"));
  }

  @ParameterizedTest
  @CsvSource({"fr,fr", "english,", "EN,", "'',"})
  void believesACodeOfALanguage(String written, @Nullable String language) {
    Paper paper = read("{\"id\":\"1\",\"title\":\"T\",\"language\":\"" + written + "\"}").paper();
    assertThat(paper.language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"1\",\"title\":\"\"}",
        """
        {"id":"1","title":"","abstract":null,"authors":null,"year":null,"categories":null,\
        "url":null,"doi":null}\
        """,
        """
        {"id":"1","title":" ","abstract":"","authors":[""],"year":"","date":"","categories":"",\
        "url":"","doi":""}\
        """,
        "{\"id\":\"1\",\"title\":\"\",\"authors\":[null],\"other\":{\"title\":[1,{\"a\":null}]}}",
      })
  void takesEmptyAndNullForAbsent(String line) {
    assertThat(read(line).paper()).isEqualTo(Paper.of("1", "", ""));
  }

  @Test
  void takesOneStringForAList() {
    Paper paper =
        read("{\"id\":\"1\",\"title\":\"T\",\"authors\":\"A B\",\"categories\":\"x y\"}").paper();
    assertThat(paper.authors()).containsExactly("A B");
    assertThat(paper.categories()).containsExactly("x y");
  }

  @ParameterizedTest
  @CsvSource({"2024,2024", "'\"2024\"',2024", "'\"1000\"',1000"})
  void takesAYearAsNumberOrDigits(String json, String date) {
    Paper paper = read("{\"id\":\"1\",\"title\":\"T\",\"year\":" + json + "}").paper();
    assertThat(paper.date()).hasToString(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.5555/X", "doi:10.5555/X", "DOI: 10.5555/X", "https://doi.org/10.5555/X"})
  void takesTheDoiOutOfItsLink(String doi) {
    assertThat(read("{\"id\":\"1\",\"title\":\"T\",\"doi\":\"" + doi + "\"}").paper().doi())
        .isEqualTo("10.5555/X");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"title\":\"T\"}|id is missing",
        "{\"id\":null,\"title\":\"T\"}|id is missing",
        "{\"id\":\" 1\",\"title\":\"T\"}|id begins or ends with white space: \" 1\"",
        "{\"id\":\"a\\u0000\",\"title\":\"T\"}|id contains a control character",
        "{\"id\":\"a\\ud800\",\"title\":\"T\"}|id contains a control character or half a character",
        "{\"id\":7,\"title\":\"T\"}|expected a string as id, found the number 7",
        "{\"id\":\"1\"}|title is missing",
        "{\"id\":\"1\",\"title\":null}|title is missing",
        "{\"id\":\"1\",\"title\":[\"T\"]}|expected a string as title, found a list",
        "{\"id\":\"1\",\"title\":\"a\\udc00b\"}|title contains half a character",
        "{\"id\":\"1\",\"title\":\"a\\u0000b\"}|title contains a NUL character",
        "{\"id\":\"1\",\"title\":\"T\",\"abstract\":{}}|expected a string as abstract, found an"
            + " object",
        "{\"id\":\"1\",\"title\":\"T\",\"authors\":[\"A\",1]}|expected a string as authors, found"
            + " the number 1",
        "{\"id\":\"1\",\"title\":\"T\",\"authors\":{}}|expected a list of strings as authors, found"
            + " an object",
        "{\"id\":\"1\",\"title\":\"T\",\"year\":2024.5}|expected a whole number as year, found the"
            + " number 2024.5",
        "{\"id\":\"1\",\"title\":\"T\",\"year\":true}|expected a whole number as year, found true",
        "{\"id\":\"1\",\"title\":\"T\",\"year\":12345}|year: \"12345\" is not a date",
        "{\"id\":\"1\",\"title\":\"T\",\"year\":\"last year, I think\"}|year is not a date but"
            + " \"last year, I think\"",
        "{\"id\":\"1\",\"title\":\"T\",\"date\":\"2023-02-29\"}|date: \"2023-02-29\" is not a date:"
            + " day 29",
        "{\"id\":\"1\",\"title\":\"T\",\"title\":\"U\"}|the key \"title\" occurs twice",
        "{\"id\":\"1\",\"title\":\"T\",\"x\":1,\"x\":2}|the key \"x\" occurs twice",
        "{\"id\":\"1\",\"title\":\"T\",\"year\":NaN}|not JSON near character 33:"
            + " …itle\":\"T\",\"year\":NaN}",
        "{\"id\":\"1\",\"title\":\"T\"} x|not JSON near character 24: ",
        "{\"id\":\"1\",\"title\":\"T\"}{\"id\":\"2\",\"title\":\"T\"}|more than one JSON object on"
            + " the line",
        "{\"id\":\"1\",\"title\":\"T|JSON that ends early, after 20 characters",
        "null|not a JSON object but true, false or null",
        "hello|not JSON near character 1: hello",
      })
  void skipsWithAReason(String line, String what) {
    assertThat(read(line).problem()).startsWith(what);
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    String deep = "[".repeat(1000) + "]".repeat(1000);
    assertThat(read("{\"id\":\"1\",\"title\":\"T\",\"x\":" + deep + "}").problem())
        .startsWith("JSON nested deeper than 64 levels");
  }

  @Test
  void refusesANumberWithoutEnd() {
    assertThat(read("{\"id\":\"1\",\"title\":\"T\",\"year\":" + "9".repeat(9999) + "}").problem())
        .contains("a number of more than 1,000 digits");
  }

  @Test
  void refusesAByteOrderMarkInTheMiddle() {
    Reading reading =
        read("{\"id\":\"1\",\"title\":\"T\"}\n\uFEFF{\"id\":\"2\",\"title\":\"T\"}\n");
    assertThat(reading.ids()).containsExactly("1");
    assertThat(reading.problems())
        .containsExactly(new Problem("test", 2, 23, "a byte order mark in the middle of the file"));
  }
}
