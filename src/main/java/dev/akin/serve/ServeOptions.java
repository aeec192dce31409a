package dev.akin.serve;

import dev.akin.serve.guard.Access;
import dev.akin.serve.guard.Limits;
import dev.akin.serve.monitor.AccessLogEntry;
import java.time.Duration;
import java.util.function.Consumer;

/// Where and how the service runs.
///
/// @param host the address to listen at
/// @param port 0 takes a free one
/// @param version of akin
/// @param refreshEvery how often a newer commit is looked for
/// @param limits what requests may take
/// @param access who may ask, and how often
/// @param log hears of each request that is done, on the thread that answered it
public record ServeOptions(
    String host,
    int port,
    String version,
    Duration refreshEvery,
    Limits limits,
    Access access,
    Consumer<AccessLogEntry> log) {
  /// The defaults at an address.
  public static ServeOptions at(String host, int port, String version) {
    return new ServeOptions(
        host, port, version, Duration.ofSeconds(2), Limits.DEFAULT, Access.OPEN, exchange -> {});
  }

  /// The same with other limits.
  public ServeOptions withLimits(Limits other) {
    return new ServeOptions(host, port, version, refreshEvery, other, access, log);
  }

  /// The same for others.
  public ServeOptions withAccess(Access other) {
    return new ServeOptions(host, port, version, refreshEvery, limits, other, log);
  }

  /// The same, telling another log.
  public ServeOptions withLog(Consumer<AccessLogEntry> other) {
    return new ServeOptions(host, port, version, refreshEvery, limits, access, other);
  }

  /// The same, looking for newer commits at other times.
  public ServeOptions withRefreshEvery(Duration other) {
    return new ServeOptions(host, port, version, other, limits, access, log);
  }
}
