package dev.akin.harvest;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Gets pages from a server, patiently: when it is busy, and when it or the network fails for a
/// while.
///
/// Sends no cookies and no names but akin's own; goes where the server sends on to, but never from
/// `https` to `http`.
final class OaiHttp implements AutoCloseable {
  private static final String USER_AGENT = "akin";
  private static final Duration CONNECT_TIME = Duration.ofSeconds(30);
  private static final long LOOK_UP_MILLIS = 50;
  private static final int OK = 200;
  private static final int NOT_IMPLEMENTED = 501;

  private final Waiting waiting;
  private final Duration pageTime;
  private final BooleanSupplier stopped;
  private final HttpClient client;

  /// @param pageTime the most that a page may take
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

  /// What `body` reads at `url`, or null if stopped.
  ///
  /// @throws ReadException if the server will not, or time and again cannot
  <T> @Nullable T get(URI url, PageReader<T> body) {
    OaiPatience patience = new OaiPatience();
    try {
      while (!stopped.getAsBoolean()) {
        switch (attempt(url, body)) {
          case OaiTry.Answered<T> answered -> {
            return answered.answer();
          }
          case OaiTry.Busy<T> busy -> pass(url, patience.afterBusy(busy.time()), busy.why(), null);
          case OaiTry.Failed<T> failed ->
              pass(url, patience.afterFailure(), failed.why(), failed.cause());
          case OaiTry.Stopped<T> _ -> {
            return null;
          }
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private void pass(URI url, @Nullable Duration time, String why, @Nullable Throwable cause)
      throws InterruptedException {
    if (time == null) {
      throw new ReadException(
          AkinException.Kind.UNAVAILABLE, url.toString(), why + ", after several tries", cause);
    }
    waiting.pass(time, stopped);
  }

  /// In a thread of its own, so that a server that says nothing more holds up nobody.
  private <T> OaiTry<T> attempt(URI url, PageReader<T> body) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    FutureTask<OaiTry<T>> task =
        new FutureTask<>(() -> ask(url, body)) {
          @Override
          protected void done() {
            done.countDown();
          }
        };
    Thread.ofVirtual().name("harvest").start(task);
    long start = System.nanoTime();
    try {
      while (!stopped.getAsBoolean()) {
        if (task.state() != Future.State.RUNNING) {
          return task.get();
        }
        if (System.nanoTime() - start > pageTime.toNanos()) {
          return new OaiTry.Failed<>(
              "no whole answer in " + Printable.count(pageTime.toSeconds()) + " seconds", null);
        }
        done.await(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
      }
      return new OaiTry.Stopped<>();
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } finally {
      task.cancel(true);
    }
  }

  private static <T> OaiTry<T> failed(@Nullable Throwable cause) {
    return switch (cause) {
      case IOException e ->
          new OaiTry.Failed<>(
              "cannot be reached: " + (e.getMessage() == null ? e : e.getMessage()), e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  private <T> OaiTry<T> ask(URI url, PageReader<T> body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url).timeout(pageTime).header("User-Agent", USER_AGENT).build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      int status = response.statusCode();
      if (status == OK) {
        return new OaiTry.Answered<>(body.read(in));
      }
      String why = "the server answers with HTTP " + status;
      if (status == 503 || status == 429) {
        return new OaiTry.Busy<>(retryAfter(response), why);
      }
      if (status >= 500 && status != NOT_IMPLEMENTED) {
        return new OaiTry.Failed<>(why, null);
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
        .map(to -> ", and sends to " + Printable.of(Printable.quote(to)))
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
}
