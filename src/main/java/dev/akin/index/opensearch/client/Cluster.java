package dev.akin.index.opensearch.client;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.HostClient.Outcome;
import dev.akin.index.store.IndexException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An OpenSearch cluster. Asks one of its hosts after the other until one answers, waits and asks
/// again while the cluster is busy, and gives up when its patience or the caller's time ends.
///
/// While no host answers, a call fails at once with the kind `UNAVAILABLE` ([HostList]), and works
/// again by itself soon after a host does.
///
/// Safe for use by many threads; close it. An interrupted call fails.
///
/// @hidden public for its own room only
public final class Cluster implements AutoCloseable {
  /// A host that had less time for an answer, because the caller has, is not to blame.
  private static final Duration FAIR = Duration.ofSeconds(1);

  /// Who waits longer is told why.
  private static final Duration LONG = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger(Cluster.class.getName());

  private final ClusterAddress address;
  private final ClusterOptions options;
  private final HostClient client;
  private final HostList hosts;
  private final ClusterFailure failure;
  private final Sleep sleep;
  private final LongSupplier clock;

  Cluster(ClusterAddress address, ClusterOptions options, LongSupplier clock, Sleep sleep) {
    this.address = address;
    this.options = options;
    this.client = new HostClient(address, options);
    this.hosts = new HostList(address.hosts(), options.answerTime(), clock);
    this.failure = new ClusterFailure(address);
    this.clock = clock;
    this.sleep = sleep;
  }

  /// A cluster that has not been asked yet.
  ///
  /// @throws IndexException if the file of certificates cannot be read
  public static Cluster at(ClusterAddress address, ClusterOptions options) {
    return new Cluster(address, options, System::nanoTime, Thread::sleep);
  }

  /// Where it is.
  public ClusterAddress address() {
    return address;
  }

  /// The body of a good answer.
  ///
  /// @throws IndexException of the kind `LATE` if the deadline passes, `BUSY` or `UNAVAILABLE` if
  ///   the cluster cannot answer now, and others, all of which say what to do
  public JsonNode send(ClusterRequest request, Deadline deadline) {
    ClusterAnswer answer = ask(request, deadline);
    if (!answer.isGood()) {
      throw failure.of(request, answer);
    }
    return answer.body();
  }

  /// The body of a good answer; absent if what was asked for does not exist.
  public @Nullable JsonNode sendIfThere(ClusterRequest request, Deadline deadline) {
    ClusterAnswer answer = ask(request, deadline);
    if (answer.isMissing()) {
      return null;
    }
    if (!answer.isGood()) {
      throw failure.of(request, answer);
    }
    return answer.body();
  }

  /// The answer to a request, good or bad.
  ///
  /// @throws IndexException if no host answers, or not in time
  public ClusterAnswer ask(ClusterRequest request, Deadline deadline) {
    GrowingWait waits = new GrowingWait(options.patience(), deadline);
    while (true) {
      Try result = tryHosts(request, deadline);
      if (result.answer != null && !result.answer.isBusy() && !result.answer.isUnavailable()) {
        return result.answer;
      }
      Duration wait = waits.next(hosts.rest());
      if (wait == null) {
        if (result.answer == null) {
          throw result.failure(request, failure, hosts.rest());
        }
        return result.answer;
      }
      pause(wait, result.failure(request, failure, hosts.rest()));
    }
  }

  /// The exception that a bad answer is.
  public IndexException failure(ClusterRequest request, ClusterAnswer answer) {
    return failure.of(request, answer);
  }

  /// Waits before something is tried again.
  ///
  /// @param why it has to be; said if the wait is long
  void pause(Duration time, IndexException why) {
    if (time.compareTo(LONG) > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          () -> "%s; trying again in %d s".formatted(why.getMessage(), time.toSeconds()));
    }
    pause(time);
  }

  /// Waits.
  ///
  /// @throws IndexException if the caller is stopped
  public void pause(Duration time) {
    try {
      sleep.pass(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException(
          AkinException.Kind.UNAVAILABLE, address + ": waiting for the cluster was stopped", e);
    }
  }

  /// Asks every host that may be asked, until one gives an answer that is more than "not now".
  private Try tryHosts(ClusterRequest request, Deadline deadline) {
    Try last = new Try(null, null, null);
    for (String host : hosts.next()) {
      Duration time = shorter(deadline.remaining(), options.answerTime());
      if (!time.isPositive()) {
        throw failure.late(deadline, null);
      }
      long start = clock.getAsLong();
      switch (client.ask(host, request, time)) {
        case Outcome.Answered(ClusterAnswer answer) -> {
          note(host, answer);
          if (!answer.isUnavailable()) {
            return new Try(answer, null, null);
          }
          last = new Try(answer, null, null);
        }
        case Outcome.Late(Throwable cause) -> {
          if (time.compareTo(shorter(FAIR, options.answerTime())) >= 0) {
            hosts.isLate(host, start);
          }
          if (deadline.hasPassed()) {
            throw failure.late(deadline, cause);
          }
          last = new Try(null, host + " did not answer in time", cause);
        }
        case Outcome.Unreachable(String why, Throwable cause) -> last = fails(host, why, cause);
        case Outcome.Broken(String why, Throwable cause) -> last = fails(host, why, cause);
        case Outcome.Refused(String why, Throwable cause) -> {
          hosts.fails(host);
          throw failure.refused(why, cause);
        }
      }
    }
    return last;
  }

  private void note(String host, ClusterAnswer answer) {
    if (answer.isHostDown()) {
      hosts.fails(host);
    } else {
      hosts.works(host);
    }
  }

  private Try fails(String host, String why, Throwable cause) {
    hosts.fails(host);
    return new Try(null, why, cause);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Override
  public void close() {
    client.close();
  }

  /// Passes time.
  @FunctionalInterface
  interface Sleep {
    void pass(Duration time) throws InterruptedException;
  }

  /// What came of asking the hosts once: an answer, or why there is none.
  private record Try(
      @Nullable ClusterAnswer answer, @Nullable String why, @Nullable Throwable cause) {
    IndexException failure(ClusterRequest request, ClusterFailure failure, Duration rest) {
      return answer == null ? failure.noHost(why, rest, cause) : failure.of(request, answer);
    }
  }
}
