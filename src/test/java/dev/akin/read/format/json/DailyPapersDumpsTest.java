package dev.akin.read.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.akin.paper.Paper;
import dev.akin.read.PaperFormat;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import dev.akin.read.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reads real pages, which are not part of the project.
class DailyPapersDumpsTest {
  private static final Path DUMPS =
      Path.of(Objects.requireNonNullElse(System.getenv("AKIN_DATA"), "../shared/data"))
          .resolve("daily-papers");

  @ParameterizedTest
  @CsvSource({
    "blank-lines-no-metadata.txt, 56, 0",
    "with-metadata.txt, 59, 54",
    "compact.txt, 267, 0"
  })
  void findsEveryPaper(String dump, int papers, int dated) {
    Path file = DUMPS.resolve(dump);
    String reason = "skipped: there is no " + file.toAbsolutePath().normalize();
    if (!Files.exists(file)) {
      System.out.println("DailyPapersDumpsTest " + reason);
    }
    assumeTrue(Files.exists(file), reason);

    Reading reading = Reading.of(PaperSource.of(file), new ReadOptions(null, 2026));

    assertThat(reading.format()).isEqualTo(PaperFormat.DAILY_PAPERS);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.papers()).hasSize(papers);
    assertThat(reading.ids()).doesNotHaveDuplicates();
    assertThat(reading.papers().stream().filter(paper -> paper.date() != null)).hasSize(dated);
    assertThat(reading.papers()).allSatisfy(DailyPapersDumpsTest::assertNoChrome);
  }

  private static void assertNoChrome(Paper paper) {
    assertThat(paper.title().length()).isBetween(10, 160);
    assertThat(paper.abstractText().length()).isGreaterThanOrEqualTo(300);
    assertThat(paper.title() + " " + paper.abstractText())
        .doesNotContain("Get trending papers", "Subscribe", "byAK", " authors ·");
  }
}
