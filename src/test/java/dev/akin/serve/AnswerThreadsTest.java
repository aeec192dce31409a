package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Waiting;
import dev.akin.base.Deadline;
import dev.akin.serve.guard.RefusedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerThreadsTest {
  private static final int PLACES = Runtime.getRuntime().availableProcessors();
  private static final int WAITING = 3;
  private static final Deadline NOW = Deadline.in(Duration.ZERO);

  private final AnswerThreads threads = new AnswerThreads(WAITING);
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> clients = new ArrayList<>();

  @AfterEach
  void close() throws InterruptedException {
    end.countDown();
    for (Thread client : clients) {
      client.join();
    }
    threads.close();
  }

  @Test
  void computesOnAPlatformThread() {
    assertThat(threads.compute(Deadline.NEVER, () -> Thread.currentThread().isVirtual())).isFalse();
  }

  @Test
  void failsAsTheComputationFails() {
    assertThatThrownBy(
            () ->
                threads.compute(
                    Deadline.NEVER,
                    () -> {
                      throw new InternalError("on purpose");
                    }))
        .isInstanceOf(InternalError.class);
  }

  @Test
  void waitsForAnAnswerNoLongerThanUntilTheDeadline() {
    assertThatThrownBy(() -> threads.compute(NOW, this::endless))
        .isInstanceOfSatisfying(RefusedRequest.class, e -> assertThat(e.status()).isEqualTo(503));
  }

  @Test
  void waitsForAPlaceNoLongerThanUntilTheDeadline() throws InterruptedException {
    occupyAllPlaces();
    assertThatThrownBy(() -> threads.compute(NOW, () -> 1))
        .isInstanceOfSatisfying(RefusedRequest.class, e -> assertThat(e.status()).isEqualTo(503));
  }

  @Test
  void refusesWhatWouldMakeTheQueueTooLong() throws InterruptedException {
    occupyAllPlaces();
    for (int i = 0; i < WAITING; i++) {
      client(() -> threads.compute(Deadline.NEVER, () -> 1));
    }
    Waiting.until(() -> threads.waiting() == WAITING);
    assertThatThrownBy(() -> threads.compute(Deadline.NEVER, () -> 1))
        .isInstanceOfSatisfying(RefusedRequest.class, e -> assertThat(e.status()).isEqualTo(429));
  }

  @Test
  void lendsThePlacesOfThoseWhoWaitForAModel() throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(PLACES);
    for (int i = 0; i < PLACES; i++) {
      client(
          () ->
              threads.compute(
                  Deadline.NEVER,
                  () ->
                      threads.lendingPlace(
                          () -> {
                            waiting.countDown();
                            return endless();
                          })));
    }
    waiting.await();
    assertThat(threads.compute(Deadline.NEVER, () -> 1)).isEqualTo(1);
  }

  private void occupyAllPlaces() throws InterruptedException {
    CountDownLatch computing = new CountDownLatch(PLACES);
    for (int i = 0; i < PLACES; i++) {
      client(
          () ->
              threads.compute(
                  Deadline.NEVER,
                  () -> {
                    computing.countDown();
                    return endless();
                  }));
    }
    computing.await();
  }

  private void client(Runnable asks) {
    clients.add(Thread.ofVirtual().start(asks));
  }

  /// Computes until the end of the test.
  private int endless() {
    try {
      end.await();
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
