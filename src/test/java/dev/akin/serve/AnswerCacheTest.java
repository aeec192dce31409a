package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
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

  private final AnswerCache cache = new AnswerCache(1 << 20);

  @Test
  void computesAnAnswerOnceForAllWhoWantItAtTheSameTime() throws InterruptedException {
    Queue<AnswerCache.Found> found = stampede(() -> BODY);
    assertThat(found).hasSize(CLIENTS).allMatch(each -> each.body() == BODY);
    assertThat(found).filteredOn(each -> !each.known()).hasSize(1);
    assertThat(cache.get(TAG, AnswerCacheTest::secondTime).known()).isTrue();
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
    assertThat(cache.get(TAG, () -> BODY).known()).isFalse();
  }

  @Test
  void throwsErrorsAsTheyAre() {
    assertThatThrownBy(
            () ->
                cache.get(
                    TAG,
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
      while (client.getState() != Thread.State.WAITING) {
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
                found.add(cache.get(TAG, compute));
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
