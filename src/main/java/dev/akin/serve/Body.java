package dev.akin.serve;

import dev.akin.serve.page.Content;
import dev.akin.serve.page.Fragment;
import dev.akin.serve.request.Representation;
import dev.akin.write.list.ListFormat;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bytes of an answer and their content type. Owns the array: nobody else changes it.
final class Body {
  private final byte[] bytes;
  private final String contentType;
  private final boolean isPartial;

  private Body(byte[] bytes, String contentType, boolean isPartial) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.isPartial = isPartial;
  }

  private Body(byte[] bytes, String contentType) {
    this(bytes, contentType, false);
  }

  /// The same, of an answer whose search ended early.
  Body partial() {
    return new Body(bytes, contentType, true);
  }

  /// Whether the search ended before it had met all papers.
  boolean isPartial() {
    return isPartial;
  }

  /// JSON.
  static Body json(JsonNode node) {
    return new Body(JsonMapper.shared().writeValueAsBytes(node), "application/json");
  }

  /// An answer in the form that the client wants.
  static Body of(Content content, Representation as) {
    Body body = written(content, as);
    return content.isPartial() ? body.partial() : body;
  }

  private static Body written(Content content, Representation as) {
    return switch (as) {
      case JSON -> json(content.json());
      case HTML -> html(content.html());
      case FRAGMENT -> html(Fragment.of(content.list()));
      case BIBTEX, RIS, CSL_JSON, CSV, ATOM -> {
        ListFormat format = as.requireFormat();
        yield text(format.write(content.list()), format.contentType());
      }
    };
  }

  /// A page.
  static Body html(String page) {
    return text(page, "text/html; charset=utf-8");
  }

  private static Body text(String text, String contentType) {
    return new Body(text.getBytes(StandardCharsets.UTF_8), contentType);
  }

  byte[] bytes() {
    return bytes;
  }

  String contentType() {
    return contentType;
  }

  int sizeBytes() {
    return bytes.length;
  }
}
