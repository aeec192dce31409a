package dev.akin.serve;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import dev.akin.index.BrowsePosition;
import dev.akin.index.Filter;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Example;
import dev.akin.recommend.Query;
import dev.akin.recommend.RecommendOptions;
import dev.akin.recommend.Recommender;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// The pages for people: papers by date, papers for a phrase, and one paper with what is akin to
/// it. They work without scripts.
final class PageRoutes {
  private final PaperIndex index;
  private final Recommender recommender;
  private final Mustache listPage;
  private final Mustache paperPage;
  private final String style = resource("style.css");

  PageRoutes(PaperIndex index, Recommender recommender) {
    this.index = index;
    this.recommender = recommender;
    MustacheFactory templates = new DefaultMustacheFactory("dev/akin/serve");
    this.listPage = templates.compile("list.mustache");
    this.paperPage = templates.compile("paper.mustache");
  }

  private static String resource(String name) {
    try (InputStream in = PageRoutes.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " is in the jar", e);
    }
  }

  void addTo(RoutesConfig routes) {
    Routes.get(routes, "/", this::list);
    Routes.get(routes, "/paper", this::paper);
    Routes.get(routes, "/style.css", context -> context.contentType("text/css").result(style));
  }

  private void list(Context context) {
    Parameters parameters = Parameters.of(context, Set.of("q", "category", "after"));
    String phrase = parameters.one("q", Function.identity());
    html(
        context,
        listPage,
        phrase == null || phrase.isBlank() ? newest(parameters) : found(phrase, parameters));
  }

  private ListView newest(Parameters parameters) {
    Filter filter = RequestReader.filter(parameters);
    BrowsePosition after = parameters.one("after", BrowsePosition::parse);
    try (IndexSnapshot snapshot = index.snapshot()) {
      Page page = Page.of(snapshot, filter, after, Page.SIZE);
      return ListView.newest(page, filter, snapshot.count(filter), snapshot.info());
    }
  }

  private ListView found(String phrase, Parameters parameters) {
    RecommendOptions options = RequestReader.options(parameters).withLimit(Page.SIZE);
    Answer answer = recommender.recommend(Query.of(new Example.ForPhrase(phrase)), options);
    return ListView.found(phrase, answer);
  }

  private void paper(Context context) {
    String id = Parameters.of(context, Set.of("id")).required("id");
    Query query = Query.of(new Example.LikePaper(id));
    Answer answer = recommender.recommendOrNothing(query, RecommendOptions.DEFAULT);
    html(context, paperPage, PaperView.of(answer));
  }

  private static void html(Context context, Mustache page, Object view) {
    StringWriter html = new StringWriter();
    page.execute(html, view);
    context.html(html.toString());
  }
}
