package dev.akin.index.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrowingWaitTest {
  @Test
  void doublesUntilThePatienceEnds() {
    GrowingWait waits = new GrowingWait(Duration.ofMillis(700), Deadline.NEVER);
    assertThat(waits.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
    assertThat(waits.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
    assertThat(waits.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
    assertThat(waits.next(Duration.ZERO)).isNull();
  }

  @Test
  void waitsAsLongAsAllHostsRest() {
    GrowingWait waits = new GrowingWait(Duration.ofSeconds(10), Deadline.NEVER);
    assertThat(waits.next(Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(8));
    assertThat(waits.next(Duration.ofSeconds(8))).isNull();
  }

  @Test
  void endsBeforeTheDeadline() {
    GrowingWait waits =
        new GrowingWait(Duration.ofDays(1), Deadline.in(Duration.ofMillis(250), () -> 0));
    assertThat(waits.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
    assertThat(waits.next(Duration.ofMillis(250))).isNull();
  }
}
