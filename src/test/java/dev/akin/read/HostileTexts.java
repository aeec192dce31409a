package dev.akin.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import dev.akin.ProcessorTime;
import dev.akin.language.Languages;
import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.Sentences;
import dev.akin.paper.TitleKey;
import dev.akin.read.record.ReadException;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Texts built to slow down akin's patterns and parsers, in each field of each format.
public final class HostileTexts {
  /// Pieces to repeat: what the patterns look for, and what keeps them looking.
  private static final List<String> PIECES =
      List.of(
          " ",
          "a",
          "1",
          "-",
          "é",
          "中",
          "😀",
          "\u0301",
          "a.",
          "A. ",
          ". ",
          ", ",
          ";",
          " and ",
          "and and ",
          "(1",
          "(1) ",
          "\\",
          "\\\\",
          "{",
          "}",
          "{}",
          "_{",
          "^{",
          "^ ",
          "$",
          "$a",
          "$ ",
          "$$",
          "\\(",
          "\\[",
          "\\'",
          "\\'e",
          "\\frac{",
          "\\begin{a}",
          "\\textbf{",
          "%",
          "~",
          "\"",
          "\\\"",
          "<i",
          "<i ",
          "</i>",
          "<?xml ",
          "<!--",
          "&",
          "&amp;",
          "&a",
          "May ",
          "May 1",
          "1999-",
          "19 ",
          "arxiv:",
          "arxiv: a-",
          "https://doi.org/",
          "http://a ",
          "10.1234/",
          "a/1234567",
          "doi: ",
          "2401.00001v",
          "[",
          "[[",
          "@a{",
          "TY  - ",
          "\t",
          "encoding =");

  /// Records in which `@@` stands for the repeated pieces.
  private static final Map<PaperFormat, List<String>> RECORDS =
      new TreeMap<>(
          Map.ofEntries(
              entry(
                  PaperFormat.AKIN_JSON,
                  fields(
                      "{\"id\":\"p\",\"title\":\"t\"%s}",
                      ",\"abstract\":\"@@\"",
                      ",\"authors\":[\"@@\"]",
                      ",\"date\":\"@@\"",
                      ",\"categories\":[\"@@\"]",
                      ",\"url\":\"https://arxiv.org/abs/@@\"",
                      ",\"doi\":\"10.1/@@\"",
                      ",\"x\":\"@@\"")),
              entry(
                  PaperFormat.ARXIV_JSON,
                  fields(
                      "{\"id\":\"2401.00001\",\"title\":\"t\",\"categories\":\"cs.CL\"%s}",
                      ",\"abstract\":\"@@\"",
                      ",\"authors\":\"@@\"",
                      ",\"doi\":\"@@\"",
                      ",\"update_date\":\"@@\"")),
              entry(
                  PaperFormat.CSL_JSON,
                  fields(
                      "[{\"id\":\"p\",\"title\":\"t @@\"%s}]",
                      "",
                      ",\"author\":[{\"literal\":\"@@\"}]",
                      ",\"issued\":{\"raw\":\"2019 @@\"}",
                      ",\"note\":\"@@\"",
                      ",\"keyword\":\"@@\"",
                      ",\"URL\":\"@@\"")),
              entry(
                  PaperFormat.OPENALEX,
                  fields(
                      "{\"id\":\"https://openalex.org/W1\",\"title\":\"t\"%s}",
                      ",\"display_name\":\"@@\"",
                      ",\"doi\":\"@@\"",
                      ",\"publication_date\":\"@@\"",
                      ",\"abstract_inverted_index\":{\"@@\":[0]}")),
              entry(
                  PaperFormat.BIBTEX,
                  fields(
                      "@article{p,%s\n}\n",
                      "title={@@}",
                      "title={t}, author={@@}",
                      "title={t}, date={2019 @@}",
                      "title={t}, journal={@@}",
                      "title={t}, keywords={@@}",
                      "title={t}, note={@@}, url={@@}",
                      "title=\"@@\"")),
              entry(
                  PaperFormat.RIS,
                  fields(
                      "TY  - JOUR\nTI  - t\n%s\nER  - \n",
                      "AB  - @@", "AU  - @@", "PY  - 2019 @@", "M1  - @@", "UR  - @@", "N1  - @@")),
              entry(
                  PaperFormat.CSV,
                  fields(
                      "title,abstract,authors,date,keywords,doi,url\nt,%s\n",
                      "@@,,,,,", ",@@,,,,", ",,@@,,,", ",,,2019 @@,,", ",,,,@@,@@", "\"@@")),
              entry(
                  PaperFormat.ACL_XML,
                  fields(
                      "%s</paper></volume></collection>",
                      "<?xml @@?>\n"
                          + "<collection id='P19'><volume id='1'><paper id='1'><title>t</title>",
                      "<collection @@ id='P19'><volume id='1'><paper id='1'><title>t</title>",
                      "<collection id='P19'><volume id='1'><paper id='1'><title>@@</title>",
                      "<collection id='P19'><volume id='1'><paper id='1'><title>t</title>"
                          + "<author><last>@@</last></author><year>2019 @@</year><doi>@@</doi>")),
              entry(
                  PaperFormat.DAILY_PAPERS,
                  List.of("Daily Papers\nFeb 6\n@@\n@@\n• 7 authors\n@@\n", "@@")),
              entry(
                  PaperFormat.MEDLINE,
                  fields(
                      "PMID- 1\nTI  - t\n%s\n",
                      "AB  - @@",
                      "FAU - @@",
                      "DP  - 2019 @@",
                      "LID - @@ [doi]",
                      "MH  - @@",
                      "SO  - @@")),
              entry(
                  PaperFormat.WEB_OF_SCIENCE,
                  fields(
                      "FN x\nPT J\nTI t\n%s\nER\n",
                      "AB @@", "AF @@", "PY 2019 @@", "DI @@", "DE @@")),
              entry(
                  PaperFormat.REFER,
                  fields(
                      "%0 Book\n%T t\n%s\n",
                      "%X @@", "%A @@", "%8 2019 @@", "%R @@", "%K @@", "%U @@")),
              entry(
                  PaperFormat.SEMANTIC_SCHOLAR,
                  fields(
                      "{\"data\":[{\"paperId\":\"p\",\"title\":\"t\"%s}]}",
                      ",\"abstract\":\"@@\"",
                      ",\"authors\":[{\"name\":\"@@\"}]",
                      ",\"externalIds\":{\"DOI\":\"@@\",\"ArXiv\":\"@@\"}",
                      ",\"@@\":1")),
              entry(
                  PaperFormat.PUBMED_XML,
                  fields(
                      "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>"
                          + "<Article><ArticleTitle>t</ArticleTitle>%s</Article>"
                          + "</MedlineCitation></PubmedArticle></PubmedArticleSet>",
                      "<Abstract><AbstractText>@@</AbstractText></Abstract>",
                      "<AuthorList><Author><LastName>@@</LastName></Author></AuthorList>",
                      "<ELocationID EIdType='doi'>@@</ELocationID>",
                      "<Journal><JournalIssue><PubDate><MedlineDate>@@</MedlineDate></PubDate>"
                          + "</JournalIssue></Journal>"))));

  private HostileTexts() {}

  private static List<String> fields(String record, String... fields) {
    return Arrays.stream(fields).map(field -> record.replace("%s", field)).toList();
  }

  /// A text that was read.
  ///
  /// @param format of the text
  /// @param piece that was repeated
  /// @param record around it
  public record Case(PaperFormat format, String piece, String record) {}

  /// Reads all texts, and computes from their papers what akin computes later.
  ///
  /// @param sizeBytes the approximate size of each text
  /// @param millis called with each case and how long the processor took for it
  public static void read(int sizeBytes, BiConsumer<Case, Double> millis) {
    RECORDS.forEach(
        (format, records) -> {
          for (String record : records) {
            for (String piece : PIECES) {
              String text = piece.repeat(sizeBytes / piece.getBytes(UTF_8).length);
              String whole = record.replace("@@", escaped(format, text));
              byte[] bytes = whole.getBytes(UTF_8);
              double took = ProcessorTime.millis(() -> read(bytes, format));
              millis.accept(new Case(format, piece, record), took);
            }
          }
        });
  }

  private static String escaped(PaperFormat format, String text) {
    return switch (format) {
      case AKIN_JSON, ARXIV_JSON, CSL_JSON, OPENALEX, SEMANTIC_SCHOLAR ->
          text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
      default -> text;
    };
  }

  private static void read(byte[] bytes, PaperFormat format) {
    PaperSource source = PaperSource.of("hostile", new ByteArrayInputStream(bytes));
    ReadOptions options = new ReadOptions(format, 2026);
    try (PaperReader reader = PaperReader.open(source, options, problem -> {})) {
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        Identifiers.of(paper);
        TitleKey.of(paper.title());
        Sentences.of(paper.title(), paper.abstractText());
        Languages.identify(paper.title() + " " + paper.abstractText());
      }
    } catch (ReadException notWellFormed) {
      // That it is said so is looked at elsewhere.
    }
  }
}
