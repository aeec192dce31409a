package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.Deadline;
import dev.akin.serve.guard.RefusedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;

@Timeout(60)
class AnswerCacheTest {
  private static final EntityTag TAG = new EntityTag("\"tag\"");
  private static final Body BODY = Body.json(JsonNodeFactory.instance.objectNode());
  private static final int CLIENTS = 20;
  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private final AnswerCache cache = new AnswerCache(1 << 20);

  @Test
  void computesAnAnswerOnceForAllWhoWantItAtTheSameTime() throws InterruptedException {
    Queue<AnswerCache.Found> found = stampede(() -> BODY);
    assertThat(found).hasSize(CLIENTS).allMatch(each -> each.body() == BODY);
    assertThat(found).filteredOn(each -> !each.known()).hasSize(1);
    assertThat(cache.get(TAG, Deadline.NEVER, AnswerCacheTest::secondTime).known()).isTrue();
  }

  @Test
  void tellsAllWhoWaitOfAFailureAndForgetsIt() throws InterruptedException {
    IllegalStateException failure = new IllegalStateException("on purpose");
    assertThat(
            stampede(
                () -> {
                  throw failure;
                }))
        .isEmpty();
    assertThat(failures).hasSize(CLIENTS).containsOnly(failure);
    assertThat(cache.get(TAG, Deadline.NEVER, () -> BODY).known()).isFalse();
  }

  @Test
  void keepsNoPartialAnswer() {
    Body partial = BODY.partial();
    assertThat(cache.get(TAG, Deadline.NEVER, () -> partial).body()).isSameAs(partial);
    assertThat(cache.get(TAG, Deadline.NEVER, () -> BODY).known()).isFalse();
  }

  @Test
  void waitsForTheOneWhoComputesNoLongerThanUntilTheDeadline() throws InterruptedException {
    CountDownLatch computing = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    Thread first =
        client(
            new ConcurrentLinkedQueue<>(),
            () -> {
              computing.countDown();
              await(refused);
              return BODY;
            });
    computing.await();
    assertThatThrownBy(
            () -> cache.get(TAG, Deadline.in(Duration.ZERO), AnswerCacheTest::secondTime))
        .isInstanceOfSatisfying(RefusedRequest.class, e -> assertThat(e.status()).isEqualTo(503))
        .hasMessage("no answer within 0 ms; try again in a second");
    refused.countDown();
    first.join();
  }

  @Test
  void throwsErrorsAsTheyAre() {
    assertThatThrownBy(
            () ->
                cache.get(
                    TAG,
                    Deadline.NEVER,
                    () -> {
                      throw new InternalError("on purpose");
                    }))
        .isInstanceOf(InternalError.class);
  }

  private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

  /// One client computes while all others ask for the same.
  private Queue<AnswerCache.Found> stampede(Supplier<Body> compute) throws InterruptedException {
    Queue<AnswerCache.Found> found = new ConcurrentLinkedQueue<>();
    CountDownLatch computing = new CountDownLatch(1);
    CountDownLatch allAsk = new CountDownLatch(1);
    List<Thread> clients = new ArrayList<>();
    clients.add(
        client(
            found,
            () -> {
              computing.countDown();
              await(allAsk);
              return compute.get();
            }));
    computing.await();
    while (clients.size() < CLIENTS) {
      clients.add(client(found, AnswerCacheTest::secondTime));
    }
    for (Thread client : clients) {
      while (!WAITING.contains(client.getState())) {
        Thread.onSpinWait();
      }
    }
    allAsk.countDown();
    for (Thread client : clients) {
      client.join();
    }
    return found;
  }

  private Thread client(Queue<AnswerCache.Found> found, Supplier<Body> compute) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                found.add(cache.get(TAG, Deadline.NEVER, compute));
              } catch (RuntimeException e) {
                failures.add(e);
              }
            });
  }

  private static Body secondTime() {
    throw new AssertionError("computed a second time");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
