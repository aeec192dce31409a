package dev.akin.report.page;

import com.github.mustachejava.util.HtmlEscaper;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Escapes text for HTML and for addresses that are not made by a template.
///
/// @hidden public for its own room only
public final class Html {
  private Html() {}

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
