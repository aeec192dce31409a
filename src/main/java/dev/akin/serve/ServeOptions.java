package dev.akin.serve;

import dev.akin.index.store.BackgroundCheck;
import dev.akin.report.ReportMap;
import dev.akin.serve.guard.Access;
import dev.akin.serve.guard.Limits;
import dev.akin.serve.monitor.AccessLogEntry;
import dev.akin.serve.monitor.BoxCounts;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where and how the service runs.
///
/// @param host address to listen at
/// @param port 0 for any free port
/// @param version of akin
/// @param refreshEvery how often to look for a newer commit
/// @param checkedBytesPerSecond how fast the files of the index are checked meanwhile
/// @param limits what requests may take
/// @param access who may ask, and how often
/// @param maxAge how long boxes of other sites may show an answer without asking again
/// @param counts counts what boxes of other sites show; absent if nothing is counted. Not closed
/// @param log called after each request, on the thread that answered it
/// @param map of a report, to be served at `/map`; absent for none
/// @param mcp whether agents may ask at `/mcp`
public record ServeOptions(
    String host,
    int port,
    String version,
    Duration refreshEvery,
    long checkedBytesPerSecond,
    Limits limits,
    Access access,
    Duration maxAge,
    @Nullable BoxCounts counts,
    Consumer<AccessLogEntry> log,
    @Nullable ReportMap map,
    boolean mcp) {
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  /// The defaults at an address.
  public static ServeOptions at(String host, int port, String version) {
    return new ServeOptions(
        host,
        port,
        version,
        Duration.ofSeconds(2),
        BackgroundCheck.BYTES_PER_SECOND,
        Limits.DEFAULT,
        Access.OPEN,
        MAX_AGE,
        null,
        exchange -> {},
        null,
        false);
  }

  /// The same with other limits.
  public ServeOptions withLimits(Limits other) {
    return new ServeOptions(
        host,
        port,
        version,
        refreshEvery,
        checkedBytesPerSecond,
        other,
        access,
        maxAge,
        counts,
        log,
        map,
        mcp);
  }

  /// The same with other rules for who may ask.
  public ServeOptions withAccess(Access other) {
    return new ServeOptions(
        host,
        port,
        version,
        refreshEvery,
        checkedBytesPerSecond,
        limits,
        other,
        maxAge,
        counts,
        log,
        map,
        mcp);
  }

  /// The same with another time for which boxes of other sites may show an answer.
  public ServeOptions withMaxAge(Duration other) {
    return new ServeOptions(
        host,
        port,
        version,
        refreshEvery,
        checkedBytesPerSecond,
        limits,
        access,
        other,
        counts,
        log,
        map,
        mcp);
  }

  /// The same with counts of what boxes of other sites show.
  public ServeOptions withCounts(BoxCounts other) {
    return new ServeOptions(
        host,
        port,
        version,
        refreshEvery,
        checkedBytesPerSecond,
        limits,
        access,
        maxAge,
        other,
        log,
        map,
        mcp);
  }

  /// The same with another log.
  public ServeOptions withLog(Consumer<AccessLogEntry> other) {
    return new ServeOptions(
        host,
        port,
        version,
        refreshEvery,
        checkedBytesPerSecond,
        limits,
        access,
        maxAge,
        counts,
        other,
        map,
        mcp);
  }

  /// The same with another time between looking for newer commits.
  public ServeOptions withRefreshEvery(Duration other) {
    return new ServeOptions(
        host,
        port,
        version,
        other,
        checkedBytesPerSecond,
        limits,
        access,
        maxAge,
        counts,
        log,
        map,
        mcp);
  }

  /// The same with another speed of checking.
  public ServeOptions withCheckedBytesPerSecond(long other) {
    return new ServeOptions(
        host, port, version, refreshEvery, other, limits, access, maxAge, counts, log, map, mcp);
  }

  /// The same with the map of a report.
  public ServeOptions withMap(@Nullable ReportMap other) {
    return new ServeOptions(
        host,
        port,
        version,
        refreshEvery,
        checkedBytesPerSecond,
        limits,
        access,
        maxAge,
        counts,
        log,
        other,
        mcp);
  }

  /// The same, also for agents.
  public ServeOptions withMcp() {
    return new ServeOptions(
        host,
        port,
        version,
        refreshEvery,
        checkedBytesPerSecond,
        limits,
        access,
        maxAge,
        counts,
        log,
        map,
        true);
  }
}
