package dev.akin.serve;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The requests that are being answered. More than the most are refused, so that no crowd takes the
/// memory of all.
final class RunningRequests extends Handler.Wrapper {
  private final int most;
  private final Map<Request, Long> since = new ConcurrentHashMap<>();

  RunningRequests(int most) {
    this.most = most;
  }

  int count() {
    return since.size();
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
