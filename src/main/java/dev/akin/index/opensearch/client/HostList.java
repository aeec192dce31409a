package dev.akin.index.opensearch.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Which hosts of a cluster are asked, in which order. Safe for use by many threads.
///
/// The hosts take turns. One that failed rests for a second, and twice as long after each further
/// failure, up to five seconds; then a single request tries it, while the others leave it alone. As
/// long as all hosts rest, nobody is asked, so that callers hear at once that there is no answer:
/// the circuit is open. The first good answer of a host ends its rest.
final class HostList {
  static final Duration FIRST_REST = Duration.ofSeconds(1);
  static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private final LongSupplier clock;
  private final long trialNanos;
  private final List<Host> hosts;
  private int turn;

  /// @param trial how long one request may try a host before another one may
  /// @param clock tells the time in nanoseconds
  HostList(List<String> names, Duration trial, LongSupplier clock) {
    this.clock = clock;
    this.trialNanos = trial.toNanos();
    this.hosts = names.stream().map(Host::new).toList();
  }

  /// The hosts that may be asked now, best first. Each of them is either known to work, or tried by
  /// this caller alone.
  synchronized List<String> next() {
    long now = clock.getAsLong();
    List<String> working = new ArrayList<>();
    List<String> tried = new ArrayList<>();
    for (int i = 0; i < hosts.size(); i++) {
      Host host = hosts.get((turn + i) % hosts.size());
      if (host.failures == 0) {
        working.add(host.name);
      } else if (host.restsUntil - now <= 0) {
        host.restsUntil = now + trialNanos;
        tried.add(host.name);
      }
    }
    turn = (turn + 1) % hosts.size();
    working.addAll(tried);
    return working;
  }

  /// How long until a host may be asked again; zero if one may be now.
  synchronized Duration rest() {
    long now = clock.getAsLong();
    long nanos = Long.MAX_VALUE;
    for (Host host : hosts) {
      nanos = Math.min(nanos, host.failures == 0 ? 0 : Math.max(0, host.restsUntil - now));
    }
    return Duration.ofNanos(nanos);
  }

  /// A host answered.
  synchronized void works(String name) {
    Host host = host(name);
    host.failures = 0;
    host.answeredAt = clock.getAsLong();
  }

  /// A host failed.
  synchronized void fails(String name) {
    Host host = host(name);
    host.failures++;
    long nanos = FIRST_REST.toNanos() << Math.min(host.failures - 1, 10);
    host.restsUntil = clock.getAsLong() + Math.min(nanos, LONGEST_REST.toNanos());
  }

  /// A host did not answer a request in its time. It rests only if it has answered nobody else
  /// meanwhile: one heavy question must not shut out the others.
  ///
  /// @param since when the request began, by the clock
  synchronized void isLate(String name, long since) {
    if (host(name).answeredAt - since < 0) {
      fails(name);
    }
  }

  private Host host(String name) {
    return hosts.stream().filter(host -> host.name.equals(name)).findFirst().orElseThrow();
  }

  private final class Host {
    private final String name;
    private int failures;
    private long restsUntil;
    private long answeredAt;

    private Host(String name) {
      this.name = name;
      this.answeredAt = clock.getAsLong() - 1;
    }
  }
}
