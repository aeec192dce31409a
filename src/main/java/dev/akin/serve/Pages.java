package dev.akin.serve;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import java.io.StringWriter;

/// The pages for people, made from their templates. They work without scripts.
final class Pages {
  private final Mustache list;
  private final Mustache paper;
  private final Mustache problem;

  Pages() {
    MustacheFactory templates = new DefaultMustacheFactory("dev/akin/serve");
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

  String problem(ProblemJson view) {
    return filled(problem, view);
  }

  private static String filled(Mustache page, Object view) {
    StringWriter html = new StringWriter();
    page.execute(html, view);
    return html.toString();
  }
}
