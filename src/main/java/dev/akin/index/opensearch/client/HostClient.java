package dev.akin.index.opensearch.client;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Sends a request to one host and reads its answer.
///
/// The JDK's client, and not `opensearch-java`: akin sends and reads trees of JSON, for which that
/// library (13 MB with what it needs) would only carry bytes. It retries nothing by itself
/// (opensearch-java issue 958), its client may stay dead after a failure (pull request 2034), and
/// its `ApacheHttpClient5Transport` hangs on requests that are too large (issue 1092).
final class HostClient implements AutoCloseable {
  private final ClusterAddress address;
  private final @Nullable String authorization;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;

  HostClient(ClusterAddress address, ClusterOptions options) {
    this.address = address;
    this.authorization = options.login().authorization();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.connectTime())
            .executor(threads);
    if (options.certificates() != null) {
      builder.sslContext(TrustedCertificates.of(options.certificates()));
    }
    this.client = builder.build();
  }

  /// Asks once. A connection that the host has closed meanwhile is replaced.
  ///
  /// @param time how long the whole answer may take
  Outcome ask(String host, ClusterRequest request, Duration time) {
    long start = System.nanoTime();
    Outcome first = attempt(host, request, time);
    Duration left = time.minusNanos(System.nanoTime() - start);
    return first instanceof Outcome.Broken && left.isPositive()
        ? attempt(host, request, left)
        : first;
  }

  private Outcome attempt(String host, ClusterRequest request, Duration time) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(http(host, request), BodyHandlers.ofByteArray());
    try {
      return read(host, answer.get(time.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return new Outcome.Late(e);
    } catch (ExecutionException e) {
      return failed(host, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException(
          AkinException.Kind.UNAVAILABLE, address + ": asking the cluster was stopped", e);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest http(String host, ClusterRequest request) {
    byte[] body = request.body();
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(address.root(host) + request.path()))
            .method(request.method(), publisher)
            .header("Content-Type", request.contentType());
    if (authorization != null) {
      builder.header("Authorization", authorization);
    }
    return builder.build();
  }

  private static Outcome read(String host, HttpResponse<byte[]> response) {
    byte[] body = response.body();
    int status = response.statusCode();
    if (body.length == 0) {
      return new Outcome.Answered(new ClusterAnswer(status, MissingNode.getInstance()));
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(body);
      return new Outcome.Answered(new ClusterAnswer(status, json));
    } catch (JacksonException e) {
      if (status >= 400) { // a proxy answers in HTML
        return new Outcome.Answered(new ClusterAnswer(status, MissingNode.getInstance()));
      }
      return new Outcome.Refused(
          "%s answers with HTTP %d and no JSON; is it OpenSearch?".formatted(host, status), e);
    }
  }

  private Outcome failed(String host, @Nullable Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException e ->
          new Outcome.Unreachable(host + " does not accept a connection in time", e);
      case ConnectException e -> new Outcome.Unreachable(host + ": " + reason(e), e);
      case SSLHandshakeException e ->
          new Outcome.Refused(
              "the certificate of %s is not trusted: %s; name the certificate of the authority that signed it: --store-ca FILE"
                  .formatted(host, AkinException.reason(e)),
              e);
      case SSLException e ->
          new Outcome.Refused(
              "%s does not speak TLS (%s); is its address opensearch:// instead of https://?"
                  .formatted(host, AkinException.reason(e)),
              e);
      case IOException e ->
          new Outcome.Broken(
              "%s broke off the answer (%s)%s"
                  .formatted(
                      host,
                      AkinException.reason(e),
                      address.tls() ? "" : "; if it speaks TLS, its address is https://"),
              e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  /// Why a host cannot be reached, which the JDK often says without a message.
  private static String reason(ConnectException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof UnresolvedAddressException) {
        return "there is no such host";
      }
    }
    return failure.getMessage() == null ? "nothing answers there" : AkinException.reason(failure);
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }

  /// What came of a request.
  sealed interface Outcome {
    /// The host answered, good or bad.
    record Answered(ClusterAnswer answer) implements Outcome {}

    /// The answer took too long.
    record Late(Throwable cause) implements Outcome {}

    /// There is no connection.
    record Unreachable(String why, Throwable cause) implements Outcome {}

    /// The connection ended before the answer.
    record Broken(String why, Throwable cause) implements Outcome {}

    /// It will never work like this.
    record Refused(String why, Throwable cause) implements Outcome {}
  }
}
