package dev.akin.serve.guard;

import java.util.Map;
import java.util.function.BiConsumer;

/// Headers that tell browsers to do nothing with an answer except show it.
///
/// @hidden public for its own room only
public final class SecurityHeaders {
  private static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "X-Frame-Options",
          "DENY",
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'");

  private SecurityHeaders() {}

  /// Hands each name and value to `put`.
  public static void forEach(BiConsumer<String, String> put) {
    ALL.forEach(put);
  }
}
