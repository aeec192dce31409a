package dev.akin.serve;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks a service that runs in another process whether it is ready.
///
/// @param service its address, such as `http://127.0.0.1:7070`
/// @param key one of its keys; absent if it has none
public record Readiness(URI service, @Nullable String key) {
  private static final int MAX_ANSWER_BYTES = 4096;

  /// What it says at `/readyz`.
  ///
  /// @param patience for the connection, and again for the answer
  /// @throws AkinException if it does not answer, or is not ready; the message says why
  public String ask(Duration patience) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) service.resolve("/readyz").toURL().openConnection();
      connection.setConnectTimeout(Math.toIntExact(patience.toMillis()));
      connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
      if (key != null) {
        connection.setRequestProperty("X-API-Key", key);
      }
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw unavailable("not ready (HTTP %d): %s".formatted(status, text(connection)), null);
      }
      return text(connection);
    } catch (IOException e) {
      throw unavailable("does not answer: " + AkinException.reason(e), e);
    }
  }

  private AkinException unavailable(String why, @Nullable IOException cause) {
    return new AkinException(AkinException.Kind.UNAVAILABLE, service + ": " + why, cause);
  }

  private static String text(HttpURLConnection connection) throws IOException {
    InputStream failed = connection.getErrorStream();
    try (InputStream in = failed == null ? connection.getInputStream() : failed) {
      return new String(in.readNBytes(MAX_ANSWER_BYTES), StandardCharsets.UTF_8).strip();
    }
  }
}
