package dev.akin.job.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private final AtomicLong nanos = new AtomicLong();
  private final TimeLeft time = new TimeLeft(nanos::get);

  private void pass(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void isUnknownUntilSomeWorkIsDoneForSomeSeconds() {
    assertThat(time.of(100)).isNull();
    time.note(0);
    assertThat(time.of(100)).isNull();
    pass(4);
    time.note(10);
    assertThat(time.of(100)).isNull();
    pass(1);
    time.note(10);
    assertThat(time.of(100)).isNotNull();
  }

  @Test
  void goesOnAsFastAsSoFar() {
    time.note(0);
    pass(60);
    time.note(20);
    // 20 a minute: 80 more take 4 minutes.
    assertThat(time.of(100)).isEqualTo(Duration.ofMinutes(4));
    pass(30);
    assertThat(time.of(100)).isEqualTo(Duration.ofMinutes(4).minusSeconds(30));
  }

  @Test
  void isNeverNegative() {
    time.note(0);
    pass(10);
    time.note(50);
    assertThat(time.of(40)).isEqualTo(Duration.ZERO);
    pass(100);
    assertThat(time.of(60)).isEqualTo(Duration.ZERO);
  }

  @Test
  void followsTheSpeedOfTheLastTwoMinutes() {
    time.note(0);
    for (int second = 0; second < 600; second += 10) {
      pass(10);
      time.note(second + 10);
    }
    for (int half = 1; half <= 13; half++) {
      pass(10);
      time.note(600 + half * 5); // half as fast
    }
    // 665 are done; 100 more at half of one a second.
    assertThat(time.of(765)).isEqualTo(Duration.ofSeconds(200));
  }
}
