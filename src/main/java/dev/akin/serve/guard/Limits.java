package dev.akin.serve.guard;

import java.time.Duration;

/// Limits for one request, or for all of them together.
///
/// @param deadline time for an answer
/// @param bodyBytes maximum size of a request's body
/// @param receive time to receive the headers of a request, and its body
/// @param send time from the headers of a request until the client has read the answer
/// @param running maximum number of requests at the same time
/// @param waiting maximum number of answers that wait for a processor
/// @param cacheBytes maximum size of all answers in the cache
/// @param stop time for running requests when the service stops
/// @param farewell how long the service says that it is not ready, before it stops
///
/// @hidden public for its own room only
public record Limits(
    Duration deadline,
    int bodyBytes,
    Duration receive,
    Duration send,
    int running,
    int waiting,
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
          256,
          32 << 20,
          Duration.ofSeconds(6),
          Duration.ofSeconds(1));

  /// The same with another maximum size of a request's body.
  public Limits withBodyBytes(int other) {
    return new Limits(deadline, other, receive, send, running, waiting, cacheBytes, stop, farewell);
  }
}
