package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `akin report`, on some of the sample papers with the real model.
class ReportIT {
  private static final String PAPER = "vaswani-2017-attention";

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void index() throws IOException {
    Path papers = shared.resolve("papers.jsonl");
    try (InputStream sample = DemoCommand.class.getResourceAsStream(DemoCommand.SAMPLE)) {
      String all =
          new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = all.lines().toList();
      List<String> some =
          Stream.concat(
                  lines.stream().filter(line -> line.contains("\"" + PAPER + "\"")),
                  lines.stream().limit(30))
              .distinct()
              .toList();
      Files.write(papers, some);
    }
    CommandRun run =
        CommandRun.of("index", papers.toString(), "--index", shared.resolve("index").toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  private CommandRun report(String... arguments) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "report",
                    "--index",
                    shared.resolve("index").toString(),
                    "--out",
                    folder.resolve("out").toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void makesPagesOfPapersThatSayWhy() throws IOException {
    CommandRun run = report("--papers", PAPER);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("31 papers · ").contains("open " + folder.resolve("out"));
    Path papers = folder.resolve("out/papers");
    assertThat(Files.readString(papers.resolve(PAPER + ".html")))
        .contains(
            "Attention Is All You Need",
            "Ashish Vaswani",
            "words that add most",
            "identity 818b3d");
    assertThat(scores(papers.resolve(PAPER + ".md")))
        .hasSizeGreaterThan(5)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(Files.readString(papers.resolve(PAPER + ".md")))
        .startsWith("# Attention Is All You Need\n")
        .contains(
            "\n## Nearest papers\n\nThe 10 papers with the highest cosine",
            "\n1. [",
            "\n   - cosine ");
    assertThat(Files.readString(folder.resolve("out/index.html")))
        .contains("papers/" + PAPER + ".html");
  }

  /// The numbers on a page of a paper, in their order.
  private static List<Double> scores(Path page) throws IOException {
    return Pattern.compile("\\*\\*(\\d\\.\\d{3})\\*\\*")
        .matcher(Files.readString(page))
        .results()
        .map(score -> Double.valueOf(score.group(1)))
        .toList();
  }

  @Test
  void replacesAReportOnlyWithForce() throws IOException {
    assertThat(report().code()).isZero();
    byte[] first = Files.readAllBytes(folder.resolve("out/report.json"));

    CommandRun again = report("--neighbors", "3");
    assertThat(again.code()).isEqualTo(73);
    assertThat(again.err()).contains("already contains a report");
    assertThat(folder.resolve("out/report.json")).hasBinaryContent(first);

    assertThat(report("--neighbors", "3", "--force").code()).isZero();
    assertThat(folder.resolve("out/report.json")).content().contains("neighbors=3");
    assertThat(left()).containsExactly("out");
  }

  @Test
  void replacesNothingThatIsNoReport() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("out")).resolve("thesis.tex"), "mine");

    CommandRun run = report("--force");

    assertThat(run.code()).isEqualTo(73);
    assertThat(run.err()).contains("thesis.tex");
    assertThat(folder.resolve("out/thesis.tex")).hasContent("mine");
  }

  @Test
  void replacesNoFolderOfPapersThatIsNoReport() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("out/papers"));
    Files.writeString(papers.resolve("thesis.pdf"), "mine");

    assertThat(report("--force").code()).isEqualTo(73);
    Files.writeString(folder.resolve("out/report.json"), "{}");
    assertThat(report("--force").err()).contains("thesis.pdf");
    assertThat(papers.resolve("thesis.pdf")).hasContent("mine");
  }

  @Test
  void leavesNothingWhereItFails() throws IOException {
    CommandRun unknown = report("--papers", "vaswani-2017");
    assertThat(unknown.code()).isEqualTo(66);
    assertThat(unknown.err()).contains("vaswani-2017", PAPER);

    CommandRun noReport = report("--previous", folder.resolve("none").toString());
    assertThat(noReport.code()).isEqualTo(66);
    assertThat(noReport.err()).contains("none", "give the folder of an earlier report");
    assertThat(left()).isEmpty();

    assertThat(report("--neighbors", "0").code()).isEqualTo(64);
    Files.writeString(folder.resolve("file"), "");
    CommandRun unwritable =
        CommandRun.of(
            "report",
            "--index",
            shared.resolve("index").toString(),
            "--out",
            folder.resolve("file/out").toString());
    assertThat(unwritable.code()).isEqualTo(74);
    assertThat(unwritable.err()).contains("file/out", "cannot be written");
  }
}
