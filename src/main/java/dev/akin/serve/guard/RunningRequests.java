package dev.akin.serve.guard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The requests that are being answered. More than the most are refused, so that no crowd takes the
/// memory of all; but whoever asks after the service's health is always answered.
///
/// @hidden public for its own room only
public final class RunningRequests extends Handler.Wrapper {
  /// Anyone who looks after the service is answered even when others have to wait.
  static final Set<String> HEALTH = Set.of("/livez", "/readyz", "/metrics");

  /// Bodies that are on their way, for each request that may be answered.
  private static final int RECEIVING = 4;

  /// Javalin would take the method from it, even methods that are none.
  private static final String OVERRIDE = "X-HTTP-Method-Override";

  /// Who has sent a request and is not answered for so long has sent none, even on a busy machine.
  private static final Duration SILENCE = Duration.ofMillis(500);

  private final int most;
  private final Map<Request, Long> since = new ConcurrentHashMap<>();
  private final AtomicInteger receiving = new AtomicInteger();
  private volatile boolean isDraining;

  public RunningRequests(int most) {
    this.most = most;
  }

  public int count() {
    return since.size();
  }

  /// Does what waits for a client's body.
  ///
  /// @throws RefusedRequest if too many wait already
  <T> T whileReceiving(Supplier<T> reading) {
    try {
      if (receiving.incrementAndGet() > RECEIVING * most) {
        throw new RefusedRequest(503, "too many bodies are on their way; wait a second");
      }
      return reading.get();
    } finally {
      receiving.decrementAndGet();
    }
  }

  /// Tells every client with its answer that the connection is closed, and waits until all are
  /// answered.
  ///
  /// @param atMost how long
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

  /// Those that have been running for longer than some time.
  List<Request> longerThan(Duration time) {
    long now = System.nanoTime();
    return since.entrySet().stream()
        .filter(each -> now - each.getValue() > time.toNanos())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (since.size() - receiving.get() >= most
        && !HEALTH.contains(request.getHttpURI().getPath())) {
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

  /// A request whose method is the one on its first line.
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
