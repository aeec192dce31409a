package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.read.record.ReadException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatFinderTest {
  private static PaperFormat find(String head) {
    return FormatFinder.find("f", head.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"1\",\"authors_parsed\":[]}",
        "{\"id\":\"1\",\"versions\":[]}",
        "{\"id\":\"1\",\"update_date\":\"2008-11-26\"}",
        "{\"id\":\"0704.0001\",\"abstract\":\"a\",\"categories\":\"cs.CL cs.IR\"}",
        "\n \n{\"id\":\"1\n{\"id\":\"1\",\"authors_parsed\":[]}",
        "{\"id\":\"1\",\"versions\":[],\"abstract\":\"a cut li"
      })
  void knowsArxiv(String head) {
    assertThat(find(head)).isEqualTo(PaperFormat.ARXIV_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"1\",\"title\":\"T\"}",
        "{\"id\":\"1\",\"authors\":[],\"versions\":[],\"update_date\":\"2008-11-26\"}",
        "{\"id\":\"0704.0001\",\"abstract\":\"a\",\"categories\":\"cs.CL\",\"year\":2007}",
        "{\"id\":\"my-note\",\"abstract\":\"a\",\"categories\":\"cs.CL\"}",
        "garbage\n[]\n{\"id\":\"1\",\"versions\":[\n{\"id\":\"1\",\"title\":\"T\"}",
        "{\"id\":\"1\",\"title\":\"Get trending papers in your email inbox\"}",
        "{\"id\":\"1\",\"title\":\"a cut li"
      })
  void knowsItsOwn(String head) {
    assertThat(find(head)).isEqualTo(PaperFormat.AKIN_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page-blank-lines.txt", "page-with-metadata.txt", "page-compact.txt"})
  void knowsDailyPapers(String page) {
    assertThat(FormatFinder.find("f", Reading.resource(page))).isEqualTo(PaperFormat.DAILY_PAPERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "@article{k,|bibtex",
        "% a comment\\n\\n@Book ( k,|bibtex",
        "@article{k,\\n title =\\n{BERT}|bibtex",
        "TY  - JOUR\\nTI  - T|ris",
        "Provider: x\\n\\nTY  - JOUR|ris",
        "[{\"type\":\"book\",\"author\":[]}]|csl-json",
        "[\\n\\t{\\n\\t\\t\"id\":\"k\",\"type\":\"book\",\"DOI\":\"10.1|csl-json",
        "[\\n{\"id\":\"k\",\"type\":\"book\",\"issued\":{}},\\n{\"id\":\"l\"}]|csl-json",
        "<collection id='2031.wool'>|acl-xml",
        "<?xml version='1.0'?>\\n<!-- < -->\\n<collection\\n id=\"P19\">|acl-xml",
        "{\"id\":\"https://openalex.org/W1\",\"publication_year\":2020}|openalex",
        "{\"id\":\"https://openalex.org/W1\",\"display_name\":\"cut|openalex",
        "{\"id\":\"https://openalex.org/W1\",\"title\":\"T\",\"abstract\":\"A\",\"display_name\":\"T\"}|akin-json",
        "{\"id\":\"https://openalex.org/W1\",\"title\":\"T\"}|akin-json",
        "Key,Title|csv",
        "sep=;\\n\"EID\";\"Title\"\\n1;2|csv",
        "id\\ttitle\\n{\"id\":\"1\"}\\t@article{k,|csv",
        "title, with a comma and words\\n@article{k,|bibtex",
      })
  void knowsLibraries(String head, String format) {
    assertThat(find(head.replace("\\n", "\n").replace("\\t", "\t"))).hasToString(format);
  }

  @Test
  void findsJsonAfterALineLongerThanTheHead() {
    Reading reading =
        Reading.of("{\"id\":\"" + "x".repeat(2 << 20) + "\"}\n{\"id\":\"1\",\"title\":\"T\"}");
    assertThat(reading.ids()).containsExactly("1");
    assertThat(reading.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'',is empty",
    "' \n\r\n\t',is empty",
    "\uFEFF,is empty",
    "'PK\u0003\u0004',unpack it"
  })
  void saysWhatItIsInstead(String text, String what) {
    assertUnknown(text.getBytes(StandardCharsets.UTF_8), what);
  }

  @Test
  void listsTheFormatsThatThereAre() {
    assertUnknown("id,name\n1,T\n".getBytes(StandardCharsets.UTF_8), "akin-json (one JSON object");
    assertUnknown(
        "<OAI-PMH/>".getBytes(StandardCharsets.UTF_8),
        "(it is XML or HTML, but not of the ACL Anthology or PubMed)");
    assertUnknown(
        "[\n".getBytes(StandardCharsets.UTF_8), "(it is JSON, but no object in it has a title)");
    assertUnknown(
        "[1, {\"type\":\"box\",\"color\":\"red\"}]".getBytes(StandardCharsets.UTF_8),
        "(it is JSON, but no object in it has a title)");
  }

  @ParameterizedTest
  @CsvSource({
    "<rdf:RDF xmlns:z='http://www.zotero.org/namespaces/export#'>,File > Export Library > BibTeX",
    "<modsCollection xmlns='http://www.loc.gov/mods/v3'>,File > Export Library > BibTeX",
    "<xml><records><record><source-app name=\"EndNote\">EndNote</source-app>,RefMan (RIS)",
  })
  void saysWhatToExportInstead(String start, String advice) {
    assertUnknown(start.getBytes(StandardCharsets.UTF_8), advice);
  }

  private static void assertUnknown(byte[] bytes, String what) {
    assertThatThrownBy(() -> Reading.of(bytes, ReadOptions.DEFAULT))
        .isInstanceOf(ReadException.class)
        .hasMessageStartingWith("test: ")
        .hasMessageContaining(what)
        .extracting(e -> ((ReadException) e).kind())
        .isEqualTo(AkinException.Kind.MALFORMED);
  }

  @Test
  void isAskedByName() {
    for (PaperFormat format : PaperFormat.values()) {
      assertThat(PaperFormat.byName(format.toString())).isEqualTo(format);
    }
    assertThatThrownBy(() -> PaperFormat.byName("xls"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown format \"xls\"; the formats are akin-json, arxiv-json, daily-papers, bibtex,"
                + " ris, csl-json, acl-xml, openalex, csv, medline, web-of-science, refer,"
                + " semantic-scholar, pubmed-xml");
  }
}
