package dev.akin.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

  @Test
  void roundsDownSoThat100PercentMeansDone() {
    ProgressLine line = new ProgressLine(new Console(NOWHERE, NOWHERE, false, true, 80), false);
    assertThat(line.share(0.999)).isEqualTo("█".repeat(15) + "░ 99 %");
    assertThat(line.share(1)).isEqualTo("█".repeat(16) + " 100 %");
  }

  @Test
  void showsTheTimeLeft() {
    assertThat(ProgressLine.left(Duration.ofSeconds(187))).isEqualTo(" · 3:07 left");
    assertThat(ProgressLine.left(Duration.ofSeconds(3 * 3600 + 62))).isEqualTo(" · 3:01:02 left");
    assertThat(ProgressLine.left(null)).isEmpty();
    // A quarter is done in a minute: three quarters take three.
    assertThat(ProgressLine.left(Duration.ofMinutes(1), 0.25)).isEqualTo(" · 3:00 left");
    assertThat(ProgressLine.left(Duration.ofMinutes(1), 0)).isEmpty();
  }
}
