package dev.akin.faults.service;

import dev.akin.serve.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Clients that ask one question after the other, each on a connection that it keeps, until the
/// crowd is closed.
final class Crowd implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final int port;
  private final Supplier<String> requests;
  private final Check check;
  private final Tally tally = new Tally();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;

  /// Looks at each answer.
  interface Check {
    void see(String request, Wire.Answer answer);
  }

  private Crowd(int port, Supplier<String> requests, Check check) {
    this.port = port;
    this.requests = requests;
    this.check = check;
  }

  /// Begins to ask.
  ///
  /// @param requests is asked by all of them
  static Crowd of(int clients, int port, Supplier<String> requests) {
    return of(clients, port, requests, (request, answer) -> {});
  }

  /// Begins to ask, and looks at the answers.
  static Crowd of(int clients, int port, Supplier<String> requests, Check check) {
    Crowd crowd = new Crowd(port, requests, check);
    for (int i = 0; i < clients; i++) {
      crowd.threads.add(Thread.ofPlatform().daemon().start(crowd::ask));
    }
    return crowd;
  }

  Tally tally() {
    return tally;
  }

  /// Asks for some time, and ends.
  static Tally askFor(Duration time, int clients, int port, Supplier<String> requests)
      throws InterruptedException {
    try (Crowd crowd = of(clients, port, requests)) {
      Thread.sleep(time);
      return crowd.tally();
    }
  }

  /// Ends it.
  Tally end() {
    close();
    return tally;
  }

  private void ask() {
    while (!over) {
      try (Wire wire = Wire.to(port).within(Duration.ofSeconds(15))) {
        boolean closes = false;
        while (!over && !closes) {
          closes = askOnce(wire);
        }
      } catch (ConnectException e) {
        tally.refused();
        pause();
      } catch (Wire.Cut e) {
        tally.cut();
      } catch (IOException e) {
        tally.unheard();
        pause();
      }
    }
  }

  private boolean askOnce(Wire wire) throws IOException {
    String request = requests.get();
    long start = System.nanoTime();
    Wire.Answer answer = wire.ask(request);
    tally.answered(answer.status(), (System.nanoTime() - start) / 1e6);
    check.see(request, answer);
    return answer.closes();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over = true;
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofSeconds(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
