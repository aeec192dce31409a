package dev.akin.report.page;

import com.github.mustachejava.util.HtmlEscaper;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Escapes text for HTML, scripts and addresses that are not made by a template.
///
/// @hidden public for its own room only
public final class Html {
  private static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().characterEscapes(new ScriptEscapes()).build())
          .build();

  private Html() {}

  /// JSON that is safe inside a script element.
  public static String inScript(JsonNode json) {
    return JSON.writeValueAsString(json);
  }

  public static String escaped(String text) {
    StringWriter html = new StringWriter();
    HtmlEscaper.escape(text, html);
    return html.toString();
  }

  /// Escapes a text for a part of an address, such as the part after `#`.
  public static String inAddress(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
