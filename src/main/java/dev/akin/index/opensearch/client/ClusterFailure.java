package dev.akin.index.opensearch.client;

import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import dev.akin.index.store.IndexException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns what went wrong with a cluster into an exception whose message says what to do.
final class ClusterFailure {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;

  private final ClusterAddress address;

  ClusterFailure(ClusterAddress address) {
    this.address = address;
  }

  /// A bad answer.
  IndexException of(ClusterRequest request, ClusterAnswer answer) {
    String reason = answer.reason();
    if (answer.isReadOnly()) {
      return exception(
          Kind.IO,
          "the cluster takes no changes (%s); free space on the disks of its nodes or lift the block, then run the same command again: everything reported as indexed is safe"
              .formatted(reason));
    }
    if (answer.isBusy()) {
      return exception(Kind.BUSY, "the cluster is busy (%s); try again later".formatted(reason));
    }
    if (answer.isUnavailable()) {
      return exception(
          Kind.UNAVAILABLE,
          "the cluster cannot answer now (%s); look at GET /_cluster/health, which is red if all copies of a part are lost"
              .formatted(reason));
    }
    return switch (answer.status()) {
      case UNAUTHORIZED ->
          exception(
              Kind.CONFIGURATION,
              "the cluster does not accept the user and the password or the API key (HTTP 401); they come from the address and AKIN_STORE_PASSWORD, AKIN_STORE_API_KEY or --store-secret");
      case FORBIDDEN ->
          exception(
              Kind.CONFIGURATION, "the cluster does not permit %s: %s".formatted(request, reason));
      case TOO_LARGE ->
          exception(
              Kind.CONFIGURATION,
              "the request is too large for the cluster (HTTP 413, %s); raise http.max_content_length"
                  .formatted(request));
      default -> other(request, answer);
    };
  }

  private IndexException other(ClusterRequest request, ClusterAnswer answer) {
    if (!answer.isJson()) {
      return exception(
          Kind.CONFIGURATION,
          "HTTP %d and no JSON came as an answer; is it OpenSearch? If it speaks TLS, its address begins with https://"
              .formatted(answer.status()));
    }
    if (answer.isMissing()) {
      return exception(Kind.MISSING, "the cluster does not have it: %s".formatted(answer.reason()));
    }
    if (answer.errorTypes().contains("resource_already_exists_exception")) {
      return exception(Kind.EXISTS, answer.reason());
    }
    if (answer.reason().contains("No handler for type [knn_vector]")
        || answer.reason().contains("unknown setting [index.knn]")) {
      return exception(
          Kind.CONFIGURATION,
          "the cluster lacks the plugin opensearch-knn; install it on all nodes");
    }
    return exception(
        Kind.FAILED,
        "the cluster refuses %s (HTTP %d): %s"
            .formatted(request, answer.status(), answer.reason()));
  }

  /// No host can be asked.
  ///
  /// @param why of the last host that was tried; absent if all of them rest
  IndexException noHost(@Nullable String why, Duration rest, @Nullable Throwable cause) {
    return new IndexException(
        Kind.UNAVAILABLE,
        "%s: no host of the cluster answers%s"
            .formatted(
                address,
                why == null
                    ? String.format(Locale.ROOT, "; next try in %.1f s", rest.toMillis() / 1000.0)
                    : ": " + why),
        cause);
  }

  /// A host will never answer like this.
  IndexException refused(String why, Throwable cause) {
    return new IndexException(Kind.CONFIGURATION, address + ": " + why, cause);
  }

  /// The deadline has passed.
  IndexException late(Deadline deadline, @Nullable Throwable cause) {
    return new IndexException(
        Kind.LATE,
        String.format(
            Locale.ROOT,
            "the cluster did not answer within %.1f s",
            deadline.limit().toMillis() / 1000.0),
        cause);
  }

  private IndexException exception(Kind kind, String message) {
    return new IndexException(kind, address + ": " + message);
  }
}
