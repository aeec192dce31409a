package dev.akin.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  private static final int INT = 2;
  private static final int TERM = 15;

  private final List<Integer> halts = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong nanos = new AtomicLong();
  private final StopSignal signal = new StopSignal(halts::add, nanos::get);
  private final CountDownLatch ending = new CountDownLatch(1);

  @Test
  void endsAtOnceWhereNothingHasToBePutInOrder() {
    signal.stop(TERM);
    assertThat(halts).containsExactly(143);
  }

  @Test
  void waitsForTheCommand() throws InterruptedException {
    signal.onStop(ending::countDown);
    Thread first = Thread.startVirtualThread(() -> signal.stop(INT));
    ending.await();
    assertThat(signal.isStopping()).isTrue();
    assertThat(signal.ended(0)).isEqualTo(130);
    first.join();
    assertThat(halts).isEmpty();
  }

  @Test
  void endsAnExpiredCommandAfterItsLastWords() {
    List<String> said = new ArrayList<>();
    signal.onStop(() -> said.add("end"), Duration.ZERO, () -> said.add("late"));
    signal.stop(TERM);
    assertThat(said).containsExactly("end", "late");
    assertThat(halts).containsExactly(143);
  }

  @Test
  void endsAtOnceAfterASecondSignalButNotAfterTheSameSentTwice() throws InterruptedException {
    signal.onStop(ending::countDown);
    Thread first = Thread.startVirtualThread(() -> signal.stop(TERM));
    ending.await();
    signal.stop(TERM);
    assertThat(halts).isEmpty();
    nanos.set(Duration.ofSeconds(1).toNanos());
    signal.stop(INT);
    assertThat(halts).containsExactly(130);
    signal.ended(0);
    first.join();
  }
}
