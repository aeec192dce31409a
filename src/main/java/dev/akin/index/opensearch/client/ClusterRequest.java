package dev.akin.index.opensearch.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request to a cluster. Sending it twice has the same effect as once: documents are written
/// under ids that akin chooses.
///
/// @hidden public for its own room only
public final class ClusterRequest {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  private final String method;
  private final String path;
  private final byte @Nullable [] body;
  private final String contentType;

  private ClusterRequest(String method, String path, byte @Nullable [] body, String contentType) {
    this.method = method;
    this.path = path;
    this.body = body;
    this.contentType = contentType;
  }

  /// A request without a body.
  ///
  /// @param path with its query, such as `/akin/_count`; see [#path]
  public static ClusterRequest of(String method, String path) {
    return new ClusterRequest(method, path, null, JSON);
  }

  /// A request with a body.
  public static ClusterRequest of(String method, String path, JsonNode body) {
    return new ClusterRequest(method, path, JsonMapper.shared().writeValueAsBytes(body), JSON);
  }

  /// A request with lines of JSON, each of which ends with a line feed.
  static ClusterRequest lines(String path, byte[] lines) {
    return new ClusterRequest("POST", path, lines, LINES);
  }

  /// A path of names, each of which may have any character.
  public static String path(String... names) {
    return Arrays.stream(names)
        .map(name -> "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining());
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  byte @Nullable [] body() {
    return body;
  }

  String contentType() {
    return contentType;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
