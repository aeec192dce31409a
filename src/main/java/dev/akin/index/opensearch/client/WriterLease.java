package dev.akin.index.opensearch.client;

import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import dev.akin.index.store.IndexException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The right to write to the indices of a name, for one process at a time. It is a document in an
/// index of its own, `akin-writer`, that names the process and ends after a minute unless it is
/// renewed; the cluster compares the document's version, so that two processes cannot both get it.
///
/// A thread renews it. A writer renews it once more before it writes a commit, and so learns that
/// another one has taken over, for instance because its machine was asleep.
///
/// The lease of a process of this machine that has ended is free at once; that of another machine
/// when its time is over. Close it.
///
/// @hidden public for its own room only
public final class WriterLease implements AutoCloseable {
  private static final Duration TIME = Duration.ofMinutes(1);
  private static final Duration RENEWAL = Duration.ofSeconds(15);
  private static final String DOCUMENT = "writer";
  private static final int CONFLICT = 409;

  private final Cluster cluster;
  private final String index;
  private final Clock clock;
  private final String token = UUID.randomUUID().toString();
  private final Thread renewal;
  private @Nullable Version version;

  /// A version of the document.
  private record Version(long number, long term) {
    static Version of(JsonNode answer) {
      return new Version(answer.path("_seq_no").asLong(), answer.path("_primary_term").asLong());
    }
  }

  private WriterLease(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.index = cluster.address().name() + "-writer";
    this.clock = clock;
    this.renewal = Thread.ofVirtual().name("akin-lease").unstarted(this::keep);
  }

  /// Gets the right to write.
  ///
  /// @throws IndexException if another process has it
  public static WriterLease take(Cluster cluster, Clock clock) {
    WriterLease lease = new WriterLease(cluster, clock);
    lease.create();
    lease.take();
    lease.renewal.start();
    return lease;
  }

  private void create() {
    if (cluster.sendIfThere(
            ClusterRequest.of("GET", ClusterRequest.path(index) + "/_mapping"), Deadline.NEVER)
        != null) {
      return;
    }
    ObjectNode layout = JsonNodeFactory.instance.objectNode();
    layout.putObject("settings").put("number_of_shards", 1).put("auto_expand_replicas", "0-1");
    ObjectNode mappings = layout.putObject("mappings");
    mappings.put("enabled", false).putObject("_meta").put(ClusterIndexes.MARK, 1);
    ClusterRequest request = ClusterRequest.of("PUT", ClusterRequest.path(index), layout);
    ClusterAnswer answer = cluster.ask(request, Deadline.NEVER);
    if (!answer.isGood() && !answer.errorTypes().contains("resource_already_exists_exception")) {
      throw cluster.failure(request, answer);
    }
  }

  private void take() {
    JsonNode now =
        cluster.sendIfThere(
            ClusterRequest.of("GET", ClusterRequest.path(index, "_doc", DOCUMENT)), Deadline.NEVER);
    if (now == null) {
      put("?op_type=create");
      return;
    }
    JsonNode holder = now.path("_source");
    if (!isFree(holder)) {
      throw inUse(holder);
    }
    put(ifStill(Version.of(now)));
  }

  private boolean isFree(JsonNode holder) {
    return holder.path("until").asString("").isEmpty()
        || !clock.instant().isBefore(Instant.parse(holder.path("until").asString()))
        || (holder.path("host").asString().equals(host())
            && !isRunning(holder.path("process").asLong(), holder.path("started").asString("")));
  }

  private static boolean isRunning(long process, String started) {
    return ProcessHandle.of(process).map(WriterLease::started).filter(started::equals).isPresent();
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static String ifStill(Version version) {
    return "?if_seq_no=%d&if_primary_term=%d".formatted(version.number, version.term);
  }

  /// Renews the lease, and so makes sure that it still is this writer's.
  ///
  /// @throws IndexException if another process has taken over
  public synchronized void renew() {
    if (version == null) {
      throw new IllegalStateException("the lease is given back");
    }
    put(ifStill(version));
  }

  private synchronized void put(String condition) {
    ProcessHandle self = ProcessHandle.current();
    ObjectNode holder = JsonNodeFactory.instance.objectNode();
    holder.put("host", host()).put("process", self.pid()).put("started", started(self));
    holder.put("token", token).put("until", clock.instant().plus(TIME).toString());
    write(condition, holder);
  }

  private void write(String condition, ObjectNode holder) {
    ClusterRequest request =
        ClusterRequest.of("PUT", ClusterRequest.path(index, "_doc", DOCUMENT) + condition, holder);
    ClusterAnswer answer = cluster.ask(request, Deadline.NEVER);
    if (answer.status() == CONFLICT) {
      JsonNode now =
          cluster.send(
              ClusterRequest.of("GET", ClusterRequest.path(index, "_doc", DOCUMENT)),
              Deadline.NEVER);
      if (!isOwn(now.path("_source"))) {
        throw inUse(now.path("_source"));
      }
      // The answer to an earlier try was lost.
      write(ifStill(Version.of(now)), holder);
      return;
    }
    if (!answer.isGood()) {
      throw cluster.failure(request, answer);
    }
    version = Version.of(answer.body());
  }

  private boolean isOwn(JsonNode holder) {
    return holder.path("token").asString("").equals(token);
  }

  private IndexException inUse(JsonNode holder) {
    return new IndexException(
        Kind.IN_USE,
        "%s: another akin is writing to this index (process %d on %s); if it has ended, try again after %s"
            .formatted(
                cluster.address(),
                holder.path("process").asLong(),
                holder.path("host").asString(""),
                holder.path("until").asString("")));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("unknown");
    }
  }

  private void keep() {
    try {
      while (true) {
        Thread.sleep(RENEWAL);
        renew();
      }
    } catch (InterruptedException | IndexException | IllegalStateException _) {
      // The lease was given back, or the next commit says what is wrong.
    }
  }

  /// Gives the right back.
  @Override
  public void close() {
    renewal.interrupt();
    synchronized (this) {
      if (version != null) {
        try {
          write(ifStill(version), JsonNodeFactory.instance.objectNode().put("until", ""));
        } catch (IndexException _) {
          // It ends by itself, or another process has it.
        }
        version = null;
      }
    }
  }
}
