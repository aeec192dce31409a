package dev.akin.serve;

import java.time.Duration;

/// Where and how the service runs.
///
/// @param host the address to listen at
/// @param port 0 takes a free one
/// @param version of akin
/// @param refreshEvery how often a newer commit is looked for
/// @param stopTimeout how long running requests may take when the service stops
public record ServeOptions(
    String host, int port, String version, Duration refreshEvery, Duration stopTimeout) {
  /// The defaults at an address.
  public static ServeOptions at(String host, int port, String version) {
    return new ServeOptions(host, port, version, Duration.ofSeconds(2), Duration.ofSeconds(8));
  }
}
