package dev.akin.harvest;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Requests files of a hub, and follows its redirects. For one thread. Close it.
final class HubTransfer implements AutoCloseable {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(30);
  private static final long MAX_BYTES = 16L << 30;
  private static final int MAX_REDIRECTS = 5;
  private static final long LOOK_UP_MILLIS = 50;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final String COMMIT = "X-Repo-Commit";
  private static final String LINKED_VERSION = "X-Linked-Etag";
  private static final String ID = "[A-Za-z0-9_.-]{1,100}";

  private final HubAccess access;
  private final Duration silence;
  private final HttpClient client;
  private volatile @Nullable String commit;

  /// @param silence how long a server may send nothing
  HubTransfer(HubAccess access, Duration silence) {
    this.access = access;
    this.silence = silence;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIME)
            .build();
  }

  /// The commit whose files the hub has given; null before it has named one.
  @Nullable String commit() {
    return commit;
  }

  /// Asks once for a file, from where its part ends. It asks in another thread, so that a server
  /// that falls silent holds up nobody.
  ///
  /// @throws ReadException if the hub refuses
  /// @throws IOException if the part cannot be written
  HubAttempt attempt(URI url, HubPart part) throws IOException, InterruptedException {
    AtomicLong heard = new AtomicLong(System.nanoTime());
    FutureTask<HubAttempt> task = new FutureTask<>(() -> ask(url, part, heard));
    Thread thread = Thread.ofVirtual().name("hub").start(task);
    try {
      while (true) {
        try {
          return task.get(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (System.nanoTime() - heard.get() > silence.toNanos()) {
            return new HubAttempt.Failed(
                "nothing was received for " + Printable.count(silence.toSeconds(), "second"), null);
          }
        }
      }
    } catch (ExecutionException e) {
      return failed(url, e.getCause());
    } finally {
      task.cancel(true);
      thread.join(); // it writes to the part
    }
  }

  private static HubAttempt failed(URI url, @Nullable Throwable cause) throws IOException {
    return switch (cause) {
      case HubPart.TooLargeException e ->
          throw ReadException.server(url.toString(), String.valueOf(e.getMessage()));
      case ConnectException e ->
          new HubAttempt.Failed("cannot be reached: " + OaiHttp.reason(e), e);
      case FileSystemException e -> throw e;
      case IOException e -> new HubAttempt.Failed("broke off: " + AkinException.reason(e), e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  private HubAttempt ask(URI url, HubPart part, AtomicLong heard)
      throws IOException, InterruptedException {
    URI at = url;
    String version = null;
    for (int redirect = 0; redirect <= MAX_REDIRECTS; redirect++) {
      HttpResponse<InputStream> response =
          client.send(request(at, part.bytes()), HttpResponse.BodyHandlers.ofInputStream());
      heard.set(System.nanoTime());
      try (InputStream body = response.body()) {
        if (redirect == 0) {
          noteCommit(response);
        }
        version = version == null ? version(response) : version;
        if (REDIRECTS.contains(response.statusCode())) {
          at = target(at, response);
          continue;
        }
        return answer(
            url, response, body, new Receiving(part, version == null ? "" : version, heard));
      }
    }
    throw ReadException.server(url.toString(), "the hub redirects in circles");
  }

  /// Where the body of an answer goes.
  private record Receiving(HubPart part, String version, AtomicLong heard) {}

  private HttpRequest request(URI address, long from) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("User-Agent", "akin").timeout(silence);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    access.tokenFor(address).ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.build();
  }

  private void noteCommit(HttpResponse<?> response) {
    if (commit == null) {
      commit = response.headers().firstValue(COMMIT).filter(id -> id.matches(ID)).orElse(null);
    }
  }

  private static @Nullable String version(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue(LINKED_VERSION)
        .or(() -> response.headers().firstValue("ETag"))
        .map(tag -> tag.replaceFirst("^W/", "").replace("\"", ""))
        .filter(tag -> tag.matches(ID))
        .orElse(null);
  }

  private URI target(URI at, HttpResponse<?> response) {
    String location = response.headers().firstValue("Location").orElse("");
    try {
      URI target = at.resolve(location);
      if (!location.isEmpty() && access.mayRedirectTo(target)) {
        return target;
      }
    } catch (IllegalArgumentException _) {
      // refused like every other address
    }
    throw ReadException.server(
        at.toString(),
        "redirects to elsewhere, where akin does not go: " + Printable.quote(location));
  }

  private HubAttempt answer(
      URI url, HttpResponse<?> response, InputStream body, Receiving receiving) throws IOException {
    int status = response.statusCode();
    String why = "the server answers with HTTP " + status;
    return switch (status) {
      case 200, 206 -> receive(response, body, receiving);
      case 416 -> new HubAttempt.Again();
      case 404 -> absent(url, response);
      case 401, 403 -> throw ReadException.server(url.toString(), why + ": " + noPermission());
      case 429, 503 -> new HubAttempt.Busy(retryAfter(response), why);
      default -> {
        if (status >= 500) {
          yield new HubAttempt.Failed(why, null);
        }
        throw ReadException.server(url.toString(), why);
      }
    };
  }

  private String noPermission() {
    return access.token() == null
        ? "there is no such model, or it is not open to all; set HF_TOKEN to your token"
        : "there is no such model, or the token in HF_TOKEN may not read it";
  }

  private HubAttempt absent(URI url, HttpResponse<?> response) {
    Optional<String> code = response.headers().firstValue("X-Error-Code");
    if (code.filter(Set.of("RepoNotFound", "RevisionNotFound")::contains).isPresent()) {
      throw new ReadException(
          AkinException.Kind.MISSING, url.toString(), "there is no such model or revision", null);
    }
    return new HubAttempt.Absent();
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(value -> RetryAfter.of(value.strip(), Instant.now()))
        .orElse(RetryAfter.DEFAULT);
  }

  private HubAttempt receive(HttpResponse<?> response, InputStream body, Receiving receiving)
      throws IOException {
    HubPart part = receiving.part();
    boolean isStart = response.statusCode() == 200;
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!isStart
        && (!part.isOf(receiving.version()) || !range.startsWith("bytes " + part.bytes() + "-"))) {
      return new HubAttempt.Again();
    }
    part.add(
        body,
        isStart,
        receiving.version(),
        MAX_BYTES,
        () -> receiving.heard().set(System.nanoTime()));
    return new HubAttempt.Received(receiving.version());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
