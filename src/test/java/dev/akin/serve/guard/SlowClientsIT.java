package dev.akin.serve.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SmallIndex;
import dev.akin.serve.AkinServer;
import dev.akin.serve.ServeOptions;
import dev.akin.serve.TestModels;
import dev.akin.serve.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Clients that send a byte now and then, where headers and bodies may take a second each.
@Timeout(60)
class SlowClientsIT {
  private static final int CLIENTS = 8;
  private static final Duration BETWEEN = Duration.ofMillis(150);
  private static final String POST =
      String.join(
          "\r\n",
          "POST /v1/related HTTP/1.1",
          "Host: a",
          "Content-Type: application/json",
          "Content-Length: 1000",
          "\r\n");

  @TempDir private static Path folder;
  private static PaperIndex index;
  private static AkinServer server;

  @BeforeAll
  static void start() {
    SmallIndex.write(folder);
    index = new LuceneStore(folder).open(PaperIndex.Check.FILES);
    server =
        AkinServer.start(
            index,
            new Recommender(
                index,
                () -> {
                  throw new IllegalStateException("no model here");
                }),
            new TestModels(() -> true),
            ServeOptions.at("127.0.0.1", 0, "test").withLimits(TestModels.LIMITS));
  }

  @AfterAll
  static void stop() {
    server.close();
    index.close();
  }

  @Test
  void closesSlowHeadersWith408() throws Exception {
    closes("GET /livez HTTP/1.1\r\nHost: a\r\nX-Slow: ", "");
  }

  @Test
  void closesSlowRequestLinesWith408() throws Exception {
    closes("GET /livez", "");
  }

  @Test
  void closesSlowBodiesWith408() throws Exception {
    closes(POST, "problem+json");
  }

  @Test
  void closesSlowHeadersOfASecondRequest() throws Exception {
    try (Wire wire = Wire.to(server.port())) {
      assertThat(wire.ask(Wire.get("/livez")).status()).isEqualTo(200);
      wire.write("GET /livez HTTP/1.1\r\nX-Slow: ");
      assertThat(answerOfSlow(wire).status()).isEqualTo(408);
    }
  }

  @Test
  void leavesConnectionsThatSayNothingAlone() throws Exception {
    try (Wire wire = Wire.to(server.port())) {
      Thread.sleep(TestModels.LIMITS.receive().multipliedBy(2));
      assertThat(wire.ask(Wire.get("/livez")).status()).isEqualTo(200);
    }
  }

  /// A body that stands still, instead of coming slowly.
  @Test
  void closesBodiesThatStandStill() throws Exception {
    try (Wire wire = Wire.to(server.port())) {
      wire.write(POST);
      assertThat(wire.read().status()).isEqualTo(408);
    }
  }

  /// One connection fails whatever is asked of it, and once no connection can be listed.
  @Test
  void goesOnAfterAFailure() throws InterruptedException {
    EndPoint broken =
        new ByteArrayEndPoint() {
          @Override
          public Connection getConnection() {
            throw new IllegalStateException("broken on purpose");
          }
        };
    CountDownLatch closed = new CountDownLatch(1);
    ByteArrayEndPoint slow =
        new ByteArrayEndPoint() {
          @Override
          public void doClose() {
            super.doClose();
            closed.countDown();
          }
        };
    slow.setConnection(begun(slow));
    AtomicBoolean failed = new AtomicBoolean();
    Supplier<Stream<EndPoint>> connections =
        () -> {
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("broken on purpose");
          }
          return Stream.of(broken, slow);
        };
    try (SlowClients clients =
        new SlowClients(connections, new RunningRequests(1), TestModels.LIMITS)) {
      clients.start();
      closed.await();
    }
    assertThat(slow.getOutputString()).startsWith("HTTP/1.1 408 ");
  }

  /// A connection that has received the first byte of a request.
  private static Connection begun(EndPoint endPoint) {
    return new AbstractConnection(endPoint, Runnable::run) {
      @Override
      public long getMessagesIn() {
        return 0;
      }

      @Override
      public long getBytesIn() {
        return 1;
      }

      @Override
      public void onFillable() {}
    };
  }

  private static void closes(String beginning, String contentType) throws Exception {
    List<Wire> slow = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        Wire wire = Wire.to(server.port());
        slow.add(wire);
        wire.write(beginning);
      }
      List<Thread> writers = slow.stream().map(SlowClientsIT::trickle).toList();
      requireAnswers();
      for (Wire wire : slow) {
        Wire.Answer answer = wire.read();
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.header("Content-Type")).contains(contentType);
        assertThat(answer.closes()).isTrue();
      }
      for (Thread writer : writers) {
        writer.join();
      }
    } finally {
      for (Wire wire : slow) {
        wire.close();
      }
    }
  }

  private static void requireAnswers() throws IOException, InterruptedException {
    try (Wire good = Wire.to(server.port())) {
      for (int i = 0; i < 10; i++) {
        assertThat(good.ask(Wire.get("/v1/papers/east")).status()).isEqualTo(200);
        Thread.sleep(BETWEEN);
      }
    }
  }

  private static Wire.Answer answerOfSlow(Wire wire) throws Exception {
    Thread writer = trickle(wire);
    Wire.Answer answer = wire.read();
    writer.join();
    return answer;
  }

  /// Ends when the connection does, or after 20 bytes.
  private static Thread trickle(Wire wire) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                for (int i = 0; i < 20; i++) {
                  Thread.sleep(BETWEEN);
                  wire.write("a");
                }
              } catch (IOException e) {
                // Closed: that is what it waits for.
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
