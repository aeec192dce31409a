package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Published rankings, from outside the project: the metrics are right if their figures come out.
class GivenRunsTest {
  private static final Path CSFCUBE =
      Path.of(Objects.requireNonNullElse(System.getenv("AKIN_DATA"), "../shared/data"))
          .resolve("csfcube-dev");

  @ParameterizedTest
  @CsvSource({"specter.run, 35.43, 53.02", "bm25.run, 39.12, 53.62"})
  void comeOutToTwoDecimals(String run, String map, String ndcg) {
    String reason = "skipped: there is no " + CSFCUBE.toAbsolutePath().normalize();
    if (!Files.exists(CSFCUBE)) {
      System.out.println("GivenRunsTest " + reason);
    }
    assumeTrue(Files.exists(CSFCUBE), reason);

    Task task = TestCollection.read(CSFCUBE).tasks().getFirst();
    List<Run> runs = List.of(RunFile.read(CSFCUBE.resolve(run)));
    TaskResult result = Evaluation.of(task, runs, List.of());

    assertThat(result.queries()).isEqualTo(24);
    assertThat(result.notes()).isEmpty();
    SystemResult system = result.systems().getFirst();
    assertThat(percent(system.metric("map"))).isEqualTo(map);
    assertThat(percent(system.metric("ndcg%20"))).isEqualTo(ndcg);
  }

  private static String percent(Sample sample) {
    return String.format(Locale.ROOT, "%.2f", 100 * sample.mean());
  }
}
