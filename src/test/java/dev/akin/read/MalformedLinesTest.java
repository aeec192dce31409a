package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedLinesTest {
  private static final int LINES = 4000;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void loseNoGoodLineAndHideNoBadOne(boolean gzip) {
    MalformedLines lines = MalformedLines.of(LINES, Seed.random());
    byte[] bytes = gzip ? Reading.gzip(lines.bytes()) : lines.bytes();

    Reading reading = Reading.of(bytes, ReadOptions.DEFAULT);

    assertThat(reading.format()).isEqualTo(PaperFormat.AKIN_JSON);
    assertThat(reading.ids()).isEqualTo(lines.good());
    assertThat(reading.problems())
        .extracting(problem -> problem.line() + "@" + problem.byteOffset())
        .isEqualTo(lines.bad());
    assertThat(reading.problems())
        .allSatisfy(
            problem -> assertThat(problem.what()).doesNotContain("Source", "jackson", "Feature"));
    assertThat(reading.records()).isEqualTo(LINES);
  }
}
