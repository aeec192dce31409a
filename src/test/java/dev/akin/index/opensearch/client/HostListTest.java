package dev.akin.index.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostListTest {
  private static final Duration TRIAL = Duration.ofSeconds(60);

  private long now = Long.MAX_VALUE - 5; // overflows soon, as that of a machine may
  private final HostList hosts = new HostList(List.of("a", "b", "c"), TRIAL, () -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void theHostsTakeTurns() {
    assertThat(hosts.next()).containsExactly("a", "b", "c");
    assertThat(hosts.next()).containsExactly("b", "c", "a");
    assertThat(hosts.next()).containsExactly("c", "a", "b");
  }

  @Test
  void oneThatFailedRests() {
    hosts.fails("b");
    assertThat(hosts.next()).containsExactly("a", "c");
    assertThat(hosts.rest()).isZero();
  }

  @Test
  void afterItsRestOneRequestTriesItLast() {
    hosts.fails("a");
    pass(HostList.FIRST_REST);
    assertThat(hosts.next()).containsExactly("b", "c", "a");
    assertThat(hosts.next()).containsExactly("b", "c");
    hosts.works("a");
    assertThat(hosts.next()).contains("a");
  }

  @Test
  void restsTwiceAsLongAfterEachFailure() {
    hosts.fails("b");
    hosts.fails("c");
    hosts.fails("a");
    assertThat(hosts.rest()).isEqualTo(Duration.ofSeconds(1));
    for (int i = 0; i < 2; i++) {
      hosts.fails("a");
      hosts.fails("b");
      hosts.fails("c");
    }
    assertThat(hosts.rest()).isEqualTo(Duration.ofSeconds(4));
    for (int i = 0; i < 100; i++) {
      hosts.fails("a");
      hosts.fails("b");
      hosts.fails("c");
    }
    assertThat(hosts.rest()).isEqualTo(HostList.LONGEST_REST);
    assertThat(hosts.next()).isEmpty();
  }

  @Test
  void aLateHostRestsOnlyIfItAnsweredNobodyElse() {
    long start = now;
    pass(Duration.ofSeconds(1));
    hosts.works("a");
    hosts.isLate("a", start);
    hosts.isLate("b", start);
    assertThat(hosts.next()).containsExactlyInAnyOrder("a", "c");
  }
}
