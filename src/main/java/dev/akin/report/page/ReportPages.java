package dev.akin.report.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import dev.akin.base.Resources;
import dev.akin.base.Sha256;
import dev.akin.paper.Paper;
import dev.akin.write.text.PageStyle;
import java.io.StringWriter;
import java.util.Base64;
import java.util.LinkedHashMap;
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

  /// A script that other scripts of a page use to save tables: it defines `saveTable(file, rows)`.
  /// It comes first.
  public static String savingScript() {
    return Resources.text(ReportPages.class, "save.js");
  }

  /// A content security policy that allows one script and one style sheet, which stand in the page,
  /// and nothing else.
  public static String policy(String script, String style) {
    return "default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'"
        .formatted(hash(script), hash(style));
  }

  /// The same for a page that also loads files of the report. A page from a disk has no origin, so
  /// the scheme is named, too.
  public static String policyWithData(String script, String style) {
    return policy(script, style).replace("script-src ", "script-src 'self' file: ");
  }

  /// The name of a text in a content security policy.
  private static String hash(String text) {
    return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
  }

  /// A paper's name, the address of its part of `papers.html`, and its year, for a template. They
  /// are empty, not absent: a template looks for an absent value in the values around it.
  public static Map<String, Object> named(Paper paper) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", paper.titleOrId());
    view.put("address", Html.inAddress(paper.id().value()));
    view.put("year", paper.date() == null ? "" : Integer.toString(paper.date().year()));
    return view;
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
