package dev.akin.serve.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import java.io.StringWriter;

/// Makes the pages for people from templates. The pages work without scripts.
///
/// @hidden public for its own room only
public final class Pages {
  private final Mustache list;
  private final Mustache paper;
  private final Mustache problem;

  public Pages() {
    MustacheFactory templates = new DefaultMustacheFactory("dev/akin/serve/page");
    this.list = templates.compile("list.mustache");
    this.paper = templates.compile("paper.mustache");
    this.problem = templates.compile("problem.mustache");
  }

  String list(ListView view) {
    return filled(list, view);
  }

  String paper(PaperView view) {
    return filled(paper, view);
  }

  public String problem(ProblemJson view) {
    return filled(problem, view);
  }

  private static String filled(Mustache page, Object view) {
    StringWriter html = new StringWriter();
    page.execute(html, view);
    return html.toString();
  }
}
