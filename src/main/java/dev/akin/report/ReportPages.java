package dev.akin.report;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import java.io.StringWriter;

/// Makes pages of their templates. A page needs no other file and no network.
final class ReportPages {
  private final MustacheFactory templates = new DefaultMustacheFactory("dev/akin/report");

  /// @param template its file among the resources, such as `topics.mustache`
  String fill(String template, Object view) {
    StringWriter page = new StringWriter();
    templates.compile(template).execute(page, view);
    return page.toString();
  }
}
