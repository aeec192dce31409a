package dev.akin.serve.monitor;

import dev.akin.serve.guard.NetworkAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// A request and its answer. It does not contain what people search for: no query, no body, no key.
///
/// @param at when its first byte came
/// @param client the address that the request came from, or the one that a trusted proxy names
/// @param method such as `GET`, or `other`
/// @param path without the query, as the client sent it
/// @param route the route that answered, such as `/v1/papers/{id}`; `other` if none did
/// @param status of the answer
/// @param sizeBytes of the answer's body
/// @param took until the last byte of the answer was handed to the system
/// @param agent the header `User-Agent`, as the client sent it; may be empty
public record AccessLogEntry(
    Instant at,
    String client,
    String method,
    String path,
    String route,
    int status,
    long sizeBytes,
    Duration took,
    String agent) {
  private static final int KEPT_SEGMENTS = 3;

  /// The same without what tells one person from others: the address is cut
  /// ([NetworkAddress#shortened]), and no path has the id of a paper.
  public AccessLogEntry impersonal() {
    return new AccessLogEntry(
        at,
        shortened(client),
        method,
        route.equals(AccessLog.OTHER) ? beginning(path) : route,
        route,
        status,
        sizeBytes,
        took,
        agent);
  }

  private static String shortened(String address) {
    try {
      return NetworkAddress.of(address).shortened().toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /// The first two names of a path: an id may follow.
  private static String beginning(String path) {
    String[] segments = path.split("/", KEPT_SEGMENTS + 1);
    return segments.length <= KEPT_SEGMENTS
        ? path
        : String.join("/", Arrays.asList(segments).subList(0, KEPT_SEGMENTS)) + "/…";
  }
}
