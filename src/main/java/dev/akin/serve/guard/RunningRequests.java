package dev.akin.serve.guard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The requests that are being answered. If too many run at the same time, further ones are refused
/// with 503, so that they do not use up the memory. Requests for the service's health are always
/// answered.
///
/// Jetty's handlers do not fit. `QoSHandler` would also count requests whose bodies are still being
/// received: 1,000 clients that send their bodies slowly would take all 512 places for ten seconds.
/// `GracefulHandler` refuses requests that are already on their way when the service stops; here
/// they are answered.
///
/// @hidden public for its own room only
public final class RunningRequests extends Handler.Wrapper {
  /// These paths are answered even if other requests have to wait.
  static final Set<String> HEALTH = Set.of("/livez", "/readyz", "/metrics");

  /// Bodies that may be received at the same time, for each request that may be running.
  private static final int BODIES_PER_REQUEST = 4;

  /// Javalin would take the method from this header, even one that does not exist.
  private static final String OVERRIDE = "X-HTTP-Method-Override";

  /// While draining: after this long without a running request, no further request is considered to
  /// be on its way.
  private static final Duration SILENCE = Duration.ofMillis(500);

  private final int max;
  private final Map<Request, Long> since = new ConcurrentHashMap<>();
  private final AtomicInteger receiving = new AtomicInteger();
  private volatile boolean isDraining;

  /// @param max how many may run at the same time
  public RunningRequests(int max) {
    this.max = max;
  }

  /// How many are running.
  public int count() {
    return since.size();
  }

  /// Receives a client's body. The request is not counted as running meanwhile.
  ///
  /// @throws RefusedRequest if too many bodies are being received already
  <T> T whileReceiving(Supplier<T> reading) {
    try {
      if (receiving.incrementAndGet() > BODIES_PER_REQUEST * max) {
        throw new RefusedRequest(
            503, "too many request bodies are being received; try again in a second");
      }
      return reading.get();
    } finally {
      receiving.decrementAndGet();
    }
  }

  /// Waits until all requests are answered. Each answer says that the connection is closed.
  ///
  /// @param atMost the longest time to wait
  public void drain(Duration atMost) {
    isDraining = true;
    long start = System.nanoTime();
    long heard = start;
    long now = start;
    while (now - heard < SILENCE.toNanos() && now - start < atMost.toNanos()) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      now = System.nanoTime();
      if (count() > 0) {
        heard = now;
      }
    }
  }

  /// The connections of running requests.
  Set<EndPoint> connections() {
    return since.keySet().stream().map(RunningRequests::connection).collect(Collectors.toSet());
  }

  /// The connections of requests that have been running for longer than `time`.
  List<EndPoint> longerThan(Duration time) {
    long now = System.nanoTime();
    return since.entrySet().stream()
        .filter(each -> now - each.getValue() > time.toNanos())
        .map(each -> connection(each.getKey()))
        .toList();
  }

  private static EndPoint connection(Request request) {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (since.size() - receiving.get() >= max && !HEALTH.contains(request.getHttpURI().getPath())) {
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
      return true;
    }
    since.put(request, System.nanoTime());
    if (isDraining) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    Callback done = Callback.from(() -> since.remove(request), callback);
    try {
      if (super.handle(asSent(request), response, done)) {
        return true;
      }
      since.remove(request);
      return false;
    } catch (Exception | Error e) {
      since.remove(request);
      throw e;
    }
  }

  /// The request with the method of its first line.
  private static Request asSent(Request request) {
    if (!request.getHeaders().contains(OVERRIDE)) {
      return request;
    }
    HttpFields headers = HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }
}
