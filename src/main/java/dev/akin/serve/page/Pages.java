package dev.akin.serve.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import dev.akin.paper.PaperId;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the pages for people from templates. The pages work without scripts.
///
/// @hidden public for its own room only
public final class Pages {
  private final Mustache list;
  private final Mustache paper;
  private final Mustache problem;
  private final boolean hasMap;

  /// For a service without a map.
  public Pages() {
    this(false);
  }

  /// @param hasMap whether the service has a map at `/map`
  public Pages(boolean hasMap) {
    this.hasMap = hasMap;
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

  /// The address of a paper's own page.
  public static String addressOf(PaperId id) {
    return PaperItem.hrefOf(id);
  }

  /// The address of the map with a paper chosen; absent if the service has no map.
  public @Nullable String onMap(PaperId id) {
    return hasMap ? "/map#paper=" + PaperItem.encoded(id.value()) : null;
  }

  private String filled(Mustache page, Object view) {
    StringWriter html = new StringWriter();
    page.execute(html, new Object[] {Map.of("hasMap", hasMap), view});
    return html.toString();
  }
}
