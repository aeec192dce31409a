package dev.akin.serve.guard;

import java.nio.ByteBuffer;
import java.nio.channels.WritePendingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes connections whose clients send the headers of a request too slowly, with 408, and those
/// whose clients read an answer too slowly.
///
/// Jetty does not do this. Its handlers, such as `QoSHandler`, `DoSHandler` and
/// `MinimumDataRateHandler`, run only when the headers are complete. Its idle timeout starts again
/// with every byte. With these alone, a client that sends a byte of its headers now and then keeps
/// its connection for ever: without this class, `SlowClientsTest` waits for a 408 in vain in all
/// three tests of headers. A minimum data rate also does not bound the time for a large answer.
/// Jetty has no answer to headers that are incomplete, so the bytes of the 408 are written here.
///
/// Bodies that come slowly are refused where they are read ([RequestBodies]).
///
/// @hidden public for its own room only
public final class SlowClients implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);

  private static final byte[] TOO_SLOW =
      "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Supplier<Stream<EndPoint>> connections;
  private final RunningRequests running;
  private final Limits limits;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<EndPoint, NextRequest> waiting = new HashMap<>();

  /// The next request of a connection that has no running request.
  ///
  /// @param requests how many requests the connection has had
  /// @param bytes how many bytes it had received when that was first seen; 0 for a new connection
  /// @param since when more bytes were first seen, by [System#nanoTime]: the next request has
  ///   begun; [#NEVER] before that
  private record NextRequest(long requests, long bytes, long since) {
    private static final long NEVER = Long.MIN_VALUE;

    static NextRequest of(Connection connection) {
      long requests = connection.getMessagesIn();
      return new NextRequest(requests, requests == 0 ? 0 : connection.getBytesIn(), NEVER);
    }

    NextRequest seen(Connection connection, long now) {
      return since == NEVER && connection.getBytesIn() > bytes
          ? new NextRequest(requests, bytes, now)
          : this;
    }

    boolean isLongerThan(Duration time, long now) {
      return since != NEVER && now - since > time.toNanos();
    }
  }

  /// @param connections all that are open now
  public SlowClients(
      Supplier<Stream<EndPoint>> connections, RunningRequests running, Limits limits) {
    this.connections = connections;
    this.running = running;
    this.limits = limits;
    this.thread = Thread.ofPlatform().name("akin-slow-clients").daemon().unstarted(this::watch);
  }

  public void start() {
    thread.start();
  }

  private void watch() {
    try {
      while (!closed.await(EVERY.toNanos(), TimeUnit.NANOSECONDS)) {
        survive(this::closeSlow);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whatever fails for one connection, the others and the next round still come.
  private static void survive(Runnable part) {
    try {
      part.run();

    } catch (RuntimeException e) {
      LOG.error("A slow client could not be looked for or closed; akin tries again.", e);
    }
  }

  private void closeSlow() {
    long now = System.nanoTime();
    running.longerThan(limits.send()).forEach(each -> survive(each::close));
    Set<EndPoint> idle = connections.get().collect(Collectors.toSet());
    idle.removeAll(running.connections());
    waiting.keySet().retainAll(idle);
    idle.forEach(each -> survive(() -> refuseSlowHeaders(each, now)));
  }

  private void refuseSlowHeaders(EndPoint endPoint, long now) {
    Connection connection = endPoint.getConnection();
    NextRequest each = waiting(waiting.get(endPoint), connection).seen(connection, now);
    waiting.put(endPoint, each);
    if (each.isLongerThan(limits.receive(), now)) {
      refuse(endPoint);
    }
  }

  private static NextRequest waiting(@Nullable NextRequest before, Connection connection) {
    return before != null && before.requests() == connection.getMessagesIn()
        ? before
        : NextRequest.of(connection);
  }

  /// Says why, if the client still reads.
  private static void refuse(EndPoint endPoint) {
    try {
      endPoint.write(Callback.from(endPoint::close), ByteBuffer.wrap(TOO_SLOW));
    } catch (WritePendingException e) {
      endPoint.close();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
