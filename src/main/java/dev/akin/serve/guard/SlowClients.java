package dev.akin.serve.guard;

import java.nio.ByteBuffer;
import java.nio.channels.WritePendingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/// Closes connections whose headers come too slowly, with 408, and those whose client takes an
/// answer too slowly. The server underneath closes only what stands still: a byte now and then
/// would keep a connection for ever.
///
/// @hidden public for its own room only
public final class SlowClients implements AutoCloseable {
  private static final byte[] TOO_SLOW =
      "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final Set<HttpParser.State> HEADERS =
      EnumSet.range(HttpParser.State.METHOD, HttpParser.State.HEADER);
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Server server;
  private final RunningRequests running;
  private final Limits limits;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Map<EndPoint, Heard> heard = new HashMap<>();

  /// A request whose headers have begun.
  ///
  /// @param messages that the connection had before it
  /// @param since when that was seen first
  private record Heard(long messages, long since) {}

  public SlowClients(Server server, RunningRequests running, Limits limits) {
    this.server = server;
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
        closeSlowHeaders();
        for (Request request : running.longerThan(limits.send())) {
          request.getConnectionMetaData().getConnection().getEndPoint().close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeSlowHeaders() {
    long now = System.nanoTime();
    Map<EndPoint, Heard> begun = new HashMap<>();
    for (Connector connector : server.getConnectors()) {
      for (EndPoint endPoint : connector.getConnectedEndPoints()) {
        if (endPoint.getConnection() instanceof HttpConnection connection
            && isInHeaders(connection.getParser())) {
          Heard first = first(endPoint, new Heard(connection.getMessagesIn(), now));
          begun.put(endPoint, first);
          if (now - first.since() > limits.receive().toNanos()) {
            refuse(endPoint);
          }
        }
      }
    }
    heard = begun;
  }

  /// Says why, where the client still listens.
  private static void refuse(EndPoint endPoint) {
    try {
      endPoint.write(Callback.from(endPoint::close), ByteBuffer.wrap(TOO_SLOW));
    } catch (WritePendingException e) {
      endPoint.close();
    }
  }

  /// When the headers that are heard now were heard first.
  private Heard first(EndPoint endPoint, Heard now) {
    Heard before = heard.get(endPoint);
    return before != null && before.messages() == now.messages() ? before : now;
  }

  private static boolean isInHeaders(HttpParser parser) {
    return HEADERS.contains(parser.getState());
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
