package dev.akin.serve;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The requests that are being answered. More than the most are refused, so that no crowd takes the
/// memory of all.
final class RunningRequests extends Handler.Wrapper {
  /// Who has sent a request and is not answered for so long has sent none, even on a busy machine.
  private static final Duration SILENCE = Duration.ofMillis(500);

  private final int most;
  private final Map<Request, Long> since = new ConcurrentHashMap<>();
  private volatile boolean isDraining;

  RunningRequests(int most) {
    this.most = most;
  }

  int count() {
    return since.size();
  }

  /// Tells every client with its answer that the connection is closed, and waits until all are
  /// answered.
  ///
  /// @param most how long
  void drain(Duration most) {
    isDraining = true;
    long start = System.nanoTime();
    long heard = start;
    long now = start;
    while (now - heard < SILENCE.toNanos() && now - start < most.toNanos()) {
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
    if (since.size() >= most) {
      Response.writeError(request, response, callback, 503);
      return true;
    }
    since.put(request, System.nanoTime());
    if (isDraining) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    Callback done = Callback.from(() -> since.remove(request), callback);
    try {
      if (super.handle(request, response, done)) {
        return true;
      }
      since.remove(request);
      return false;
    } catch (Exception | Error e) {
      since.remove(request);
      throw e;
    }
  }
}
