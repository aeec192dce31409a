package dev.akin.index.opensearch.client;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a cluster is asked.
///
/// @param login who akin is
/// @param certificates a file with the certificates, in PEM, of who signed those of the cluster;
///   absent if the JDK knows them
/// @param connectTime how long connecting to a host may take
/// @param answerTime how long an answer may take, if the deadline of the caller is not earlier
/// @param patience how long a request is tried again while the cluster is busy or no host answers
///
/// @hidden public for its own room only
public record ClusterOptions(
    ClusterLogin login,
    @Nullable Path certificates,
    Duration connectTime,
    Duration answerTime,
    Duration patience) {
  /// For people and services, who rather hear at once that there is no answer: three more tries in
  /// less than a second.
  public static final ClusterOptions DEFAULT =
      new ClusterOptions(
          ClusterLogin.NOBODY,
          null,
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofMillis(700));

  /// How long a job waits for a cluster that restarts, or makes a new copy of what a node had.
  public static final Duration JOB_PATIENCE = Duration.ofMinutes(10);

  /// The same with a login.
  public ClusterOptions as(ClusterLogin who) {
    return new ClusterOptions(who, certificates, connectTime, answerTime, patience);
  }

  /// The same with certificates.
  public ClusterOptions trusting(@Nullable Path file) {
    return new ClusterOptions(login, file, connectTime, answerTime, patience);
  }

  /// The same with limits of time.
  public ClusterOptions within(Duration connect, Duration answer) {
    return new ClusterOptions(login, certificates, connect, answer, patience);
  }

  /// The same with more or less patience.
  public ClusterOptions patient(Duration time) {
    return new ClusterOptions(login, certificates, connectTime, answerTime, time);
  }
}
