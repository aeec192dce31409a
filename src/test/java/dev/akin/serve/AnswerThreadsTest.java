package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Waiting;
import dev.akin.base.Deadline;
import dev.akin.serve.guard.RefusedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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

  @Test
  void aLenderGetsAPlaceBackBeforeAnswersThatHaveNotBegun() throws InterruptedException {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch lent = new CountDownLatch(1);
    CountDownLatch embedded = new CountDownLatch(1);
    client(
        () ->
            threads.compute(
                Deadline.NEVER,
                () -> {
                  threads.lendingPlace(
                      () -> {
                        lent.countDown();
                        return await(embedded);
                      });
                  return order.add("lender");
                }));
    lent.await();
    CountDownLatch endOfOne = new CountDownLatch(1);
    occupy(PLACES - 1, end);
    occupy(1, endOfOne);
    client(() -> threads.compute(Deadline.NEVER, () -> order.add("other")));
    Waiting.until(() -> threads.waiting() == 1);
    embedded.countDown();
    Waiting.until(() -> threads.waiting() == 2);
    endOfOne.countDown();
    Waiting.until(() -> order.size() == 2);
    assertThat(order).containsExactly("lender", "other");
  }

  @Test
  void anAnswerThatIsGivenUpIsNotComputed() throws InterruptedException {
    occupyAllPlaces();
    List<Integer> computed = new ArrayList<>();
    assertThatThrownBy(() -> threads.compute(NOW, () -> computed.add(1)))
        .isInstanceOf(RefusedRequest.class);
    assertThat(threads.waiting()).isZero();
    end.countDown();
    assertThat(threads.compute(Deadline.NEVER, () -> computed.add(2))).isTrue();
    assertThat(computed).containsExactly(2);
  }

  @Test
  void noPlaceIsLostWhenAComputationFails() {
    for (int i = 0; i <= PLACES; i++) {
      assertThatThrownBy(
              () ->
                  threads.compute(
                      Deadline.NEVER,
                      () ->
                          threads.lendingPlace(
                              () -> {
                                throw new IllegalStateException("on purpose");
                              })))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(threads.compute(Deadline.NEVER, () -> 1)).isEqualTo(1);
  }

  private void occupyAllPlaces() throws InterruptedException {
    occupy(PLACES, end);
  }

  private void occupy(int places, CountDownLatch until) throws InterruptedException {
    CountDownLatch computing = new CountDownLatch(places);
    for (int i = 0; i < places; i++) {
      client(
          () ->
              threads.compute(
                  Deadline.NEVER,
                  () -> {
                    computing.countDown();
                    return await(until);
                  }));
    }
    computing.await();
  }

  private void client(Runnable asks) {
    clients.add(Thread.ofVirtual().start(asks));
  }

  /// Computes until the end of the test.
  private int endless() {
    return await(end);
  }

  private static int await(CountDownLatch latch) {
    try {
      latch.await();
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
