package dev.akin.harvest;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.base.Printable;
import dev.akin.base.Sha256;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// Gets the files of one model from a hub by their plain addresses. All files are of one commit.
///
/// A file that breaks off is continued where it broke off, also by the next process. Redirects are
/// followed only to the hub and the hosts that deliver its files ([HubAccess]). The user's token is
/// sent to the hub alone. For one thread. Close it.
public final class ModelHub implements AutoCloseable {
  /// The hub that `hf:` stands for.
  public static final URI DEFAULT = URI.create("https://huggingface.co");

  private static final Duration CONNECT_TIME = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final long MAX_BYTES = 16L << 30;
  private static final int MAX_REDIRECTS = 5;
  private static final long LOOK_UP_MILLIS = 50;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final String CONFIG = "config.json";
  private static final String COMMIT = "X-Repo-Commit";
  private static final String LINKED_VERSION = "X-Linked-Etag";
  private static final String SHA256 = "[0-9a-f]{64}";
  private static final String ID = "[A-Za-z0-9_.-]{1,100}";

  private final HubAccess access;
  private final HubModel model;
  private final Path parts;
  private final Waiting waiting;
  private final Duration silence;
  private final HttpClient client;
  private @Nullable String commit;

  /// @param silence how long a server may send nothing
  ModelHub(HubAccess access, HubModel model, Path parts, Waiting waiting, Duration silence) {
    this.access = access;
    this.model = model;
    this.parts = parts;
    this.waiting = waiting;
    this.silence = silence;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIME)
            .build();
  }

  /// A model of a hub. Nothing is asked yet.
  ///
  /// @param token of the user; absent for none
  /// @param parts a folder for files that are not whole yet; deleted when it is empty
  /// @throws IllegalArgumentException if the address is not one of a hub
  public static ModelHub of(URI hub, HubModel model, @Nullable String token, Path parts) {
    return new ModelHub(
        HubAccess.of(hub, token), model, parts, Waiting.ASLEEP, Duration.ofMinutes(1));
  }

  /// The address of the page of the model, at the commit whose files were received.
  public String page() {
    return model.page(access.hub(), commit == null ? model.revision() : commit).toString();
  }

  /// Checks that the hub has the model.
  ///
  /// @throws ReadException if it has not, or refuses
  /// @throws IOException if a temporary file cannot be written
  public void requireModel() throws IOException {
    Path probe = Files.createTempFile("akin", ".json");
    try {
      if (!get(CONFIG, probe)) {
        throw new ReadException(
            AkinException.Kind.MISSING,
            model.file(access.hub(), model.revision(), CONFIG).toString(),
            "there is no such model or revision, or it has no " + CONFIG,
            null);
      }
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  /// Gets a file.
  ///
  /// @param file its path in the model
  /// @param to where it is put when it is whole
  /// @return whether there is such a file
  /// @throws ReadException if the hub refuses, or still fails after several tries
  /// @throws IOException if the file cannot be written
  public boolean get(String file, Path to) throws IOException {
    HubPart part =
        new HubPart(
            parts,
            Sha256.hex(String.valueOf(model.file(access.hub(), model.revision(), file)), 16));
    RetryPolicy policy = new RetryPolicy();
    try {
      while (true) {
        URI url = model.file(access.hub(), commit == null ? model.revision() : commit, file);
        long before = part.bytes();
        switch (attempt(url, part)) {
          case Attempt.Received(String version) -> {
            requireWhole(url, part, version);
            part.moveTo(to);
            return true;
          }
          case Attempt.Absent() -> {
            return false;
          }
          case Attempt.Again() -> {
            part.clear();
            pause(url, policy.afterFailure(), Duration.ZERO, "gives another part of it", null);
          }
          case Attempt.Busy(Duration time, String why) -> {
            if (time.compareTo(LONGEST_WAIT) > 0) {
              throw busy(url, why, time);
            }
            pause(url, policy.afterFailure(), time, why, null);
          }
          case Attempt.Failed(String why, Throwable cause) -> {
            policy = part.bytes() > before ? new RetryPolicy() : policy;
            pause(url, policy.afterFailure(), Duration.ZERO, why, cause);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ReadException.server(access.hub().toString(), "stopped");
    }
  }

  private static ReadException busy(URI url, String why, Duration time) {
    return new ReadException(
        AkinException.Kind.BUSY,
        url.toString(),
        "%s; try again in %s".formatted(why, Printable.count(time.toSeconds(), "second")),
        null);
  }

  private void pause(
      URI url, @Nullable Duration byPolicy, Duration asked, String why, @Nullable Throwable cause)
      throws InterruptedException {
    if (byPolicy == null) {
      throw new UnreachableException(url.toString(), why, cause);
    }
    waiting.pass(byPolicy.compareTo(asked) > 0 ? byPolicy : asked, () -> false);
  }

  /// Large files have their digest for a version.
  private static void requireWhole(URI url, HubPart part, String version) throws IOException {
    if (version.matches(SHA256) && !Sha256.hex(part.file()).equals(version)) {
      part.clear();
      throw ReadException.server(url.toString(), "the file is not what the hub says: other sha256");
    }
  }

  /// The outcome of one request.
  private sealed interface Attempt {
    record Received(String version) implements Attempt {}

    record Absent() implements Attempt {}

    /// The part is of no use.
    record Again() implements Attempt {}

    record Busy(Duration time, String why) implements Attempt {}

    record Failed(String why, @Nullable Throwable cause) implements Attempt {}
  }

  /// Asks in another thread, so that a server that falls silent holds up nobody.
  private Attempt attempt(URI url, HubPart part) throws IOException, InterruptedException {
    AtomicLong heard = new AtomicLong(System.nanoTime());
    FutureTask<Attempt> task = new FutureTask<>(() -> ask(url, part, heard));
    Thread thread = Thread.ofVirtual().name("hub").start(task);
    try {
      while (true) {
        try {
          return task.get(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (System.nanoTime() - heard.get() > silence.toNanos()) {
            return new Attempt.Failed(
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

  private static Attempt failed(URI url, @Nullable Throwable cause) throws IOException {
    return switch (cause) {
      case HubPart.TooLargeException e ->
          throw ReadException.server(url.toString(), String.valueOf(e.getMessage()));
      case ConnectException e -> new Attempt.Failed("cannot be reached: " + OaiHttp.reason(e), e);
      case FileSystemException e -> throw e;
      case IOException e -> new Attempt.Failed("broke off: " + AkinException.reason(e), e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  private Attempt ask(URI url, HubPart part, AtomicLong heard)
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

  private Attempt answer(URI url, HttpResponse<?> response, InputStream body, Receiving receiving)
      throws IOException {
    int status = response.statusCode();
    String why = "the server answers with HTTP " + status;
    return switch (status) {
      case 200, 206 -> receive(response, body, receiving);
      case 416 -> new Attempt.Again();
      case 404 -> absent(url, response);
      case 401, 403 -> throw ReadException.server(url.toString(), why + ": " + noPermission());
      case 429, 503 -> new Attempt.Busy(retryAfter(response), why);
      default -> {
        if (status >= 500) {
          yield new Attempt.Failed(why, null);
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

  private Attempt absent(URI url, HttpResponse<?> response) {
    Optional<String> code = response.headers().firstValue("X-Error-Code");
    if (code.filter(Set.of("RepoNotFound", "RevisionNotFound")::contains).isPresent()) {
      throw new ReadException(
          AkinException.Kind.MISSING, url.toString(), "there is no such model or revision", null);
    }
    return new Attempt.Absent();
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(value -> RetryAfter.of(value.strip(), Instant.now()))
        .orElse(RetryAfter.DEFAULT);
  }

  private Attempt receive(HttpResponse<?> response, InputStream body, Receiving receiving)
      throws IOException {
    HubPart part = receiving.part();
    boolean isStart = response.statusCode() == 200;
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!isStart
        && (!part.isOf(receiving.version()) || !range.startsWith("bytes " + part.bytes() + "-"))) {
      return new Attempt.Again();
    }
    part.add(
        body,
        isStart,
        receiving.version(),
        MAX_BYTES,
        () -> receiving.heard().set(System.nanoTime()));
    return new Attempt.Received(receiving.version());
  }

  @Override
  public void close() {
    client.shutdownNow();
    try {
      FolderTree left = new FolderTree(parts);
      if (left.isEmptyOrAbsent()) {
        left.delete();
      }
    } catch (IOException e) {
      throw new ReadException(
          AkinException.Kind.IO,
          parts.toString(),
          "cannot be deleted: " + AkinException.reason(e),
          e);
    }
  }
}
