package dev.akin.report.page;

import com.github.mustachejava.util.HtmlEscaper;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Text within HTML or an address that no template makes.
///
/// @hidden public for its own room only
public final class Html {
  private Html() {}

  public static String escaped(String text) {
    StringWriter html = new StringWriter();
    HtmlEscaper.escape(text, html);
    return html.toString();
  }

  /// A text as a part of an address, such as what stands behind `#`.
  public static String inAddress(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
