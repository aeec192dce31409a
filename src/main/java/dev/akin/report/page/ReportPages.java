package dev.akin.report.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import dev.akin.base.Resources;
import dev.akin.write.PageStyle;
import java.io.StringWriter;
import java.util.Map;

/// Makes pages from templates. A page needs no other file and no network.
///
/// @hidden public for its own room only
public final class ReportPages {
  private final MustacheFactory templates = new DefaultMustacheFactory("dev/akin/report/page");

  /// The style sheet that all pages share.
  public static String style() {
    return PageStyle.css() + Resources.text(ReportPages.class, "style.css");
  }

  /// Fills a template.
  ///
  /// @param template a file in this package's resources, such as `topics.mustache`
  /// @param view what the template names; `style` is the style sheet unless the view has its own
  public String fill(String template, Object view) {
    StringWriter page = new StringWriter();
    templates.compile(template).execute(page, new Object[] {Map.of("style", style()), view});
    return page.toString();
  }
}
