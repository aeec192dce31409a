package dev.akin.serve.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import dev.akin.paper.PaperId;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/// Makes the pages for people from templates. The pages work without scripts.
///
/// @hidden public for its own room only
public final class Pages {
  private final Mustache list;
  private final Mustache paper;
  private final Mustache problem;
  private final boolean hasMap;

  /// What a page shows of the service.
  ///
  /// @param onMap where the map shows the page's paper; absent if there is no map or no paper
  private record ServiceLinks(boolean hasMap, @Nullable String onMap) {}

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
    return filled(list, view, null);
  }

  String paper(PaperView view, PaperId id) {
    return filled(paper, view, onMap(id));
  }

  public String problem(ProblemJson view) {
    return filled(problem, view, null);
  }

  /// The address of a paper's own page.
  public static String addressOf(PaperId id) {
    return PaperItem.hrefOf(id);
  }

  /// The address of the map with a paper chosen; absent if the service has no map.
  public @Nullable String onMap(PaperId id) {
    return hasMap ? "/map#paper=" + PaperItem.encoded(id.value()) : null;
  }

  private String filled(Mustache page, Object view, @Nullable String onMap) {
    StringWriter html = new StringWriter();
    page.execute(html, new Object[] {new ServiceLinks(hasMap, onMap), view});
    return html.toString();
  }
}
