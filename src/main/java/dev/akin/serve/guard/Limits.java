package dev.akin.serve.guard;

import java.time.Duration;

/// What one request, or all of them together, may take.
///
/// @param deadline for an answer
/// @param bodyBytes the largest body of a request
/// @param receive how long the headers of a request may take to come, and how long its body
/// @param send how long the answer may take to be read
/// @param running the most requests at the same time
/// @param cacheBytes the most bytes of answers that are kept
/// @param stop how long running requests may take when the service stops
/// @param farewell how long the service says that it is not ready before it stops
///
/// @hidden public for its own room only
public record Limits(
    Duration deadline,
    int bodyBytes,
    Duration receive,
    Duration send,
    int running,
    long cacheBytes,
    Duration stop,
    Duration farewell) {
  /// The defaults.
  public static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(2),
          256 * 1024,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          512,
          32 << 20,
          Duration.ofSeconds(6),
          Duration.ofSeconds(1));
}
