package dev.akin.serve.page;

import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An error (RFC 9457).
///
/// @param status the HTTP status
/// @param detail what is wrong and what to do, in words
/// @param field the parameter, or the place in the body, that is wrong; absent if it is neither
/// @param instance identifies this error: the request's path, or an id in the log
///
/// @hidden public for its own room only
public record ProblemJson(int status, String detail, @Nullable String field, String instance) {
  public static final String CONTENT_TYPE = "application/problem+json; charset=utf-8";

  String title() {
    return HttpStatus.getMessage(status);
  }

  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", "about:blank");
    node.put("title", title());
    node.put("status", status);
    node.put("detail", detail);
    node.put("instance", instance);
    if (field != null) {
      node.put("field", field);
    }
    return node;
  }

  @Override
  public String toString() {
    return json().toString();
  }
}
