package dev.akin.serve.monitor;

import dev.akin.serve.guard.ClientAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/// Logs and counts every request, also those that Jetty refused itself.
///
/// @hidden public for its own room only
public final class AccessLog implements RequestLog {
  /// Attribute of a request: its route.
  static final String ROUTE = "akin.route";

  /// The route of a request that no route answers.
  static final String OTHER = "other";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE");

  private final ClientAddress addresses;
  private final ServiceMetrics metrics;
  private final Consumer<AccessLogEntry> log;

  public AccessLog(ClientAddress addresses, ServiceMetrics metrics, Consumer<AccessLogEntry> log) {
    this.addresses = addresses;
    this.metrics = metrics;
    this.log = log;
  }

  @Override
  public void log(Request request, Response response) {
    String method = request.getMethod();
    AccessLogEntry exchange =
        new AccessLogEntry(
            Instant.ofEpochMilli(Request.getTimeStamp(request)),
            addresses.of(
                Request.getRemoteAddr(request),
                String.join(",", request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR))),
            method != null && METHODS.contains(method) ? method : OTHER,
            Objects.requireNonNullElse(request.getHttpURI().getPath(), ""),
            request.getAttribute(ROUTE) instanceof String route ? route : OTHER,
            response.getStatus(),
            Math.max(0, Response.getContentBytesWritten(response)),
            Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()),
            Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.USER_AGENT), ""));
    metrics.exchanged(exchange);
    log.accept(exchange);
  }
}
