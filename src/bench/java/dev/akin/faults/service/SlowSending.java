package dev.akin.faults.service;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.serve.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A thousand connections that send a byte every five seconds.
final class SlowSending implements Fault {
  private static final int CONNECTIONS = 1_000;
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final double BOUND_MILLIS = 500;
  private static final String HEADERS = "GET /livez HTTP/1.1\r\nHost: akin\r\nX-Slow: ";
  private static final String BODY =
      Wire.post("/v1/related", " ".repeat(1000)).strip() + "\r\n\r\n";

  @Override
  public String id() {
    return "R31";
  }

  @Override
  public String injected() {
    return "1,000 connections, a byte every 5 s, half in headers, half in a body";
  }

  @Override
  public String required() {
    return "a normal request within 500 ms all the time; the slow ones closed with 408";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Duration time = Duration.ofSeconds(setting.times(25, 60));
    List<Wire> slow = new ArrayList<>();
    try (ServeProcess service = ServeProcess.ready(setting, "--log", "off")) {
      Papers papers = Papers.of(service);
      Crowd.askFor(Duration.ofSeconds(3), 4, service.port(), papers.related("&limit=10"));
      for (int i = 0; i < CONNECTIONS; i++) {
        Wire wire = Wire.to(service.port());
        slow.add(wire);
        wire.write(i % 2 == 0 ? HEADERS : BODY);
      }
      Tally normal;
      try (Crowd one = Crowd.of(1, service.port(), papers.related("&limit=10&mode=semantic"))) {
        trickle(slow, time);
        normal = one.tally();
      }
      long[] ends = ends(slow);
      double worst = normal.millisOf(1);
      return new Outcome.Seen(
          worst < BOUND_MILLIS
              && normal.answersBeside(200) + normal.unheards() + normal.refusals() == 0
              && ends[0] + ends[1] == CONNECTIONS,
          CONNECTIONS,
          String.format(
              Locale.ROOT,
              "normal client: p99 %.1f ms, worst %.0f ms, answers %s; slow ones: %d got 408, %d closed"
                  + " otherwise, %d left open",
              normal.millisOf(0.99),
              worst,
              normal,
              ends[0],
              ends[1],
              ends[2]));
    } finally {
      for (Wire wire : slow) {
        wire.close();
      }
    }
  }

  private static void trickle(List<Wire> slow, Duration time) throws InterruptedException {
    for (Duration past = Duration.ZERO; past.compareTo(time) < 0; past = past.plus(BETWEEN)) {
      Thread.sleep(BETWEEN);
      for (Wire wire : slow) {
        try {
          wire.write("a");
        } catch (IOException e) {
          // Closed by now: what it said is read at the end.
        }
      }
    }
  }

  /// How many got 408, were closed in another way, and are still open.
  private static long[] ends(List<Wire> slow) throws IOException {
    long[] ends = new long[3];
    for (Wire wire : slow) {
      wire.within(Duration.ofMillis(10));
      try {
        ends[wire.read().status() == 408 ? 0 : 1]++;
      } catch (SocketTimeoutException e) {
        ends[2]++;
      } catch (IOException e) {
        ends[1]++;
      }
    }
    return ends;
  }
}
