package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SmallIndex;
import dev.akin.serve.guard.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Closing the service under load.
@Timeout(60)
class DrainIT {
  private static final int CLIENTS = 16;
  private static final int ENOUGH = 100;
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String QUESTION = Wire.get("/v1/related?id=east&mode=semantic");

  private final CountDownLatch enough = new CountDownLatch(ENOUGH);
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong cut = new AtomicLong();
  private final AtomicLong others = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();

  @RepeatedTest(3)
  void cutsNoAnswer(@TempDir Path folder) throws InterruptedException {
    SmallIndex.write(folder);
    try (PaperIndex index = new LuceneStore(folder).open(PaperIndex.Check.FILES)) {
      List<Thread> clients = new ArrayList<>();
      try (AkinServer server = start(index, TestModels.LIMITS)) {
        int port = server.port();
        for (int i = 0; i < CLIENTS; i++) {
          clients.add(Thread.ofPlatform().daemon().start(() -> ask(port)));
        }
        enough.await();
      }
      over.set(true);
      for (Thread client : clients) {
        client.join();
      }
    }
    assertThat(refused.get()).as("met the end").isPositive();
    assertThat(cut.get()).as("cut answers").isZero();
    assertThat(others.get()).as("neither 200 nor 503").isZero();
  }

  /// The client cannot get its answers any more, but must not keep the service from ending. Only
  /// the limit for stopping can end this test in time.
  @Test
  void endsThoughAClientReadsNothing(@TempDir Path folder) throws Exception {
    SmallIndex.write(folder);
    try (PaperIndex index = new LuceneStore(folder).open(PaperIndex.Check.FILES);
        AkinServer server = start(index, stoppingInASecond())) {
      Wire deaf = Wire.to(server.port(), 1024);
      deaf.write(Wire.get("/v1/papers?format=html").repeat(2_000));
      Thread.sleep(Duration.ofMillis(500));
    }
  }

  private static Limits stoppingInASecond() {
    Limits usual = TestModels.LIMITS;
    return new Limits(
        usual.deadline(),
        usual.bodyBytes(),
        Duration.ofHours(1),
        Duration.ofHours(1),
        usual.running(),
        usual.waiting(),
        usual.cacheBytes(),
        Duration.ofSeconds(1),
        usual.farewell());
  }

  private static AkinServer start(PaperIndex index, Limits limits) {
    Recommender recommender =
        new Recommender(
            index,
            () -> {
              throw new IllegalStateException("no model here");
            });
    return AkinServer.start(
        index,
        recommender,
        new TestModels(() -> true),
        ServeOptions.at("127.0.0.1", 0, "test").withLimits(limits));
  }

  private void ask(int port) {
    while (!over.get()) {
      try (Wire wire = Wire.to(port).within(PATIENCE)) {
        Wire.Answer answer;
        do {
          answer = wire.ask(QUESTION);
          count(answer.status());
        } while (!answer.closes());
      } catch (Wire.Cut e) {
        cut.incrementAndGet();
      } catch (IOException e) {
        // Before the first byte of an answer: nobody has heard the question.
        refused.incrementAndGet();
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(int status) {
    switch (status) {
      case 200 -> enough.countDown();
      case 503 -> refused.incrementAndGet();
      default -> others.incrementAndGet();
    }
  }
}
