package dev.akin.index.opensearch.client;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What a host of a cluster answered, good or bad.
///
/// @param status the status of HTTP
/// @param body empty if there was none
///
/// @hidden public for its own room only
public record ClusterAnswer(int status, JsonNode body) {
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final int MISSING = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Set<Integer> UNAVAILABLE = Set.of(502, 503, 504);

  /// Whether the request was fulfilled.
  public boolean isGood() {
    return status >= OK && status < MULTIPLE_CHOICES;
  }

  /// Whether what was asked for does not exist.
  public boolean isMissing() {
    return status == MISSING && isJson();
  }

  /// Whether the answer is OpenSearch's. A proxy or another program may answer in HTML.
  boolean isJson() {
    return !body.isMissingNode();
  }

  /// The types of all errors that the answer names, such as `index_not_found_exception`.
  public Set<String> errorTypes() {
    Set<String> types = new TreeSet<>();
    JsonNode error = body.path("error");
    error.findValues("type").forEach(type -> types.add(type.asString("")));
    return types;
  }

  /// The first reason that the answer gives; the status if there is none.
  String reason() {
    JsonNode error = body.path("error");
    String root = error.path("root_cause").path(0).path("reason").asString("");
    String reason = root.isEmpty() ? error.path("reason").asString("") : root;
    if (reason.isEmpty() && error.isString()) {
      reason = error.asString();
    }
    return reason.isEmpty() ? "HTTP " + status : reason;
  }

  /// Whether writing is forbidden because a disk is nearly full, or by an administrator. Trying
  /// again does not help.
  boolean isReadOnly() {
    return errorTypes().contains("cluster_block_exception") && !isUnavailable();
  }

  /// Whether it may be better at another time: the cluster is busy.
  boolean isBusy() {
    return status == TOO_MANY_REQUESTS && !isReadOnly();
  }

  /// Whether another host, or this one at another time, may do better.
  boolean isUnavailable() {
    return UNAVAILABLE.contains(status);
  }

  /// Whether the host itself does not work, and not only some part of an index.
  boolean isHostDown() {
    return isUnavailable() && !errorTypes().contains("search_phase_execution_exception");
  }
}
