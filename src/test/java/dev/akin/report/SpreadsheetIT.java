package dev.akin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Tools;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.PaperFormat;
import dev.akin.read.ReadOptions;
import dev.akin.read.Reading;
import dev.akin.recommend.Recommender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens the tables of a report in LibreOffice, and in akin.
class SpreadsheetIT {
  /// The titles of the papers `odd0`, `odd1` and so on.
  private static final List<String> TITLES =
      List.of(
          "=HYPERLINK(\"https://evil.example\")",
          "Über die Größe – \u4F60\u597D",
          "Two, \"quoted\"; and\ttabbed",
          "-omics",
          "+1 for “curly”",
          "'-omics' in quotes",
          "007",
          "2024-01-02");

  @TempDir Path folder;

  private Path report;

  @BeforeEach
  void makeReport() throws IOException {
    PlantedPapers papers = new PlantedPapers(5).addAll(0, 30);
    for (int at = 0; at < TITLES.size(); at++) {
      papers.add(
          new Paper(
              new PaperId("odd" + at),
              TITLES.get(at),
              TITLES.get(at),
              List.of("Anna Maria Löffler", "Otis King"),
              PublicationDate.parse("2020"),
              List.of(),
              "https://example.org/odd" + at,
              "10.5555/odd" + at),
          1);
    }
    papers.index(folder.resolve("index"));
    report = Files.createDirectory(folder.resolve("report"));
    try (PaperIndex opened = new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      Recommender none =
          new Recommender(
              opened,
              () -> {
                throw new AssertionError("no model is needed");
              });
      new SimilarityReport(snapshot, none, ReportOptions.DEFAULT, "1.2.3")
          .write(report, 2, new Silent());
    }
  }

  private static final class Silent implements ReportListener {
    @Override
    public void step(String name) {}

    @Override
    public void progress(double share) {}
  }

  /// Opens a file in LibreOffice, and saves its sheets as CSV as they are shown.
  private Path opened(Path file) throws IOException, InterruptedException {
    Tools.require("soffice");
    Path out = Files.createDirectories(folder.resolve("opened"));
    // Comma, quotation mark, UTF-8; texts are quoted, all sheets are saved.
    String csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1";
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                // Only for CSV: comma, quotation mark, UTF-8. The window reads it from the mark.
                "--infilter=CSV:44,34,76,1",
                "--convert-to",
                csv,
                "--outdir",
                out.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();
    assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(office.exitValue()).as(Files.readString(folder.resolve("office.log"))).isZero();
    return out;
  }

  private static List<String> titles(Path csv) throws IOException {
    return titles(Reading.of(Files.readAllBytes(csv), ReadOptions.DEFAULT));
  }

  private static List<String> titles(Reading papers) {
    assertThat(papers.problems()).isEmpty();
    List<String> titles = new ArrayList<>();
    for (Paper paper : papers.papers()) {
      if (paper.id().value().startsWith("odd")) {
        titles.add(paper.title());
        assertThat(paper.authors()).containsExactly("Anna Maria Löffler", "Otis King");
        assertThat(paper.doi()).isEqualTo("10.5555/" + paper.id().value());
        assertThat(paper.url()).isEqualTo("https://example.org/" + paper.id().value());
      }
    }
    return titles;
  }

  @Test
  void opensTheWorkbookInLibreOffice() throws IOException, InterruptedException {
    Path out = opened(report.resolve("tables.xlsx"));

    assertThat(titles(out.resolve("tables-papers.csv")))
        .containsExactlyElementsOf(TITLES.stream().map(title -> title.replace('\t', ' ')).toList());
    assertThat(Files.readString(out.resolve("tables-about.csv"))).contains("1.2.3");
    assertThat(Files.readAllLines(out.resolve("tables-topics.csv"))).hasSize(1 + 8);
    assertThat(Files.readString(out.resolve("tables-duplicates.csv"))).startsWith("\"work\",");
  }

  /// No text may become a date, a number or a formula that runs; letters other than English ones
  /// stay what they are.
  @Test
  void opensTheCsvInLibreOffice() throws IOException, InterruptedException {
    Path out = opened(report.resolve("papers.csv"));

    List<String> lines =
        Files.readAllLines(out.resolve("papers-papers.csv"), StandardCharsets.UTF_8);
    assertThat(lines.getFirst().replace("\"", "")).startsWith("id,title,authors,year,url,doi,");
    assertThat(lines)
        .hasSize(1 + 8 * 30 + TITLES.size())
        .anyMatch(line -> line.contains("Über die Größe – \u4F60\u597D"))
        .anyMatch(line -> line.contains("'=HYPERLINK("));
  }

  @Test
  void readsItsOwnTable() throws IOException {
    Reading papers =
        Reading.of(Files.readAllBytes(report.resolve("papers.csv")), ReadOptions.DEFAULT);

    assertThat(papers.format()).isEqualTo(PaperFormat.CSV);
    assertThat(papers.papers()).hasSize(8 * 30 + TITLES.size());
    assertThat(titles(papers))
        .containsExactlyElementsOf(TITLES.stream().map(title -> title.replace('\t', ' ')).toList());
    assertThat(papers.papers().getFirst().date()).isEqualTo(PublicationDate.parse("2010"));
  }
}
