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
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Gets pages from a server, and tries again when the server is busy, or the server or the network
/// fails for a while.
///
/// Sends no cookies, and no name but akin's own. Follows redirects, but never from `https` to
/// `http`.
///
/// Tries again by hand, and not with Failsafe or resilience4j, because the server says how long to
/// wait: they bound the number of all attempts or the time of the whole call, but not failures and
/// waits separately ([RetryPolicy]), and neither looks at `stopped` during a wait.
final class OaiHttp implements AutoCloseable {
  private static final String USER_AGENT = "akin";
  private static final Duration CONNECT_TIME = Duration.ofSeconds(30);
  private static final long LOOK_UP_MILLIS = 50;
  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int UNAVAILABLE = 503;

  private final Waiting waiting;
  private final Duration pageTime;
  private final BooleanSupplier stopped;
  private final HttpClient client;

  /// @param pageTime how long a page may take
  OaiHttp(Waiting waiting, Duration pageTime, BooleanSupplier stopped) {
    this.waiting = waiting;
    this.pageTime = pageTime;
    this.stopped = stopped;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECT_TIME)
            .build();
  }

  /// What `body` reads from the answer of `url`, or null if stopped.
  ///
  /// @throws ReadException if the server refuses, or still fails after several tries
  <T> @Nullable T get(URI url, PageReader<T> body) {
    RetryPolicy policy = new RetryPolicy();
    try {
      while (!stopped.getAsBoolean()) {
        switch (attempt(url, body)) {
          case Attempt.Answered<T> answered -> {
            return answered.answer();
          }
          case Attempt.Busy<T> busy -> pause(url, policy.afterBusy(busy.time()), busy.why(), null);
          case Attempt.Failed<T> failed ->
              pause(url, policy.afterFailure(), failed.why(), failed.cause());
          case Attempt.Stopped<T> _ -> {
            return null;
          }
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private void pause(URI url, @Nullable Duration time, String why, @Nullable Throwable cause)
      throws InterruptedException {
    if (time == null) {
      throw new UnreachableException(url.toString(), why, cause);
    }
    waiting.pass(time, stopped);
  }

  /// Asks in another thread, so that a server that falls silent holds up nobody.
  private <T> Attempt<T> attempt(URI url, PageReader<T> body) throws InterruptedException {
    FutureTask<Attempt<T>> task = new FutureTask<>(() -> ask(url, body));
    Thread.ofVirtual().name("harvest").start(task);
    long start = System.nanoTime();
    try {
      while (!stopped.getAsBoolean()) {
        try {
          return task.get(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (System.nanoTime() - start > pageTime.toNanos()) {
            return new Attempt.Failed<>(
                "no complete answer in " + Printable.count(pageTime.toSeconds(), "second"), null);
          }
        }
      }
      return new Attempt.Stopped<>();
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  private static <T> Attempt<T> failed(@Nullable Throwable cause) {
    return switch (cause) {
      case ConnectException e -> new Attempt.Failed<>("cannot be reached: " + reason(e), e);
      case IOException e -> new Attempt.Failed<>("cannot be read: " + AkinException.reason(e), e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  /// Why a server cannot be reached, which the JDK often says without a message.
  static String reason(ConnectException e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof UnresolvedAddressException) {
        return "there is no such host";
      }
    }
    return e.getMessage() == null ? "nothing answers there" : AkinException.reason(e);
  }

  private <T> Attempt<T> ask(URI url, PageReader<T> body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url).timeout(pageTime).header("User-Agent", USER_AGENT).build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      int status = response.statusCode();
      if (status == OK) {
        return new Attempt.Answered<>(body.read(in));
      }
      String why = "the server answers with HTTP " + status;
      if (status == UNAVAILABLE || status == TOO_MANY_REQUESTS) {
        return new Attempt.Busy<>(retryAfter(response), why);
      }
      if (status >= 500 && status != NOT_IMPLEMENTED) {
        return new Attempt.Failed<>(why, null);
      }
      throw ReadException.server(url.toString(), why + location(response));
    }
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(value -> RetryAfter.of(value.strip(), Instant.now()))
        .orElse(RetryAfter.DEFAULT);
  }

  private static String location(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Location")
        .map(to -> " and redirects to " + Printable.quote(to))
        .orElse("");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /// Reads the body of an answer.
  @FunctionalInterface
  interface PageReader<T> {
    T read(InputStream body) throws IOException;
  }

  /// The outcome of one request.
  private sealed interface Attempt<T> {
    /// The server answered.
    record Answered<T>(T answer) implements Attempt<T> {}

    /// The server is busy and asks to be left alone for some time.
    record Busy<T>(Duration time, String why) implements Attempt<T> {}

    /// The request failed, but may succeed later.
    record Failed<T>(String why, @Nullable Throwable cause) implements Attempt<T> {}

    /// The harvest was stopped.
    record Stopped<T>() implements Attempt<T> {}
  }
}
