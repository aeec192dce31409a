package dev.akin.serve;

import dev.akin.serve.monitor.Routes;
import dev.akin.serve.page.PageWriter;
import dev.akin.serve.page.Pages;
import dev.akin.serve.page.PaperContent;
import dev.akin.serve.page.PaperQuery;
import dev.akin.serve.request.Parameters;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/// Single papers.
record PaperRoutes(CachedReplies replies, Pages pages) {
  static final Set<String> BY_QUERY = Set.of("id", Representation.PARAMETER);
  static final Set<String> BY_PATH = Set.of(Representation.PARAMETER);

  void addTo(RoutesConfig routes) {
    Routes.get(routes, "/v1/paper", this::ofQuery);
    Routes.get(routes, "/v1/papers/{id}", this::ofPath);
  }

  private void ofQuery(Context context) {
    Parameters parameters = Parameters.of(context, BY_QUERY);
    paper(context, parameters, parameters.required("id"));
  }

  private void ofPath(Context context) {
    paper(context, Parameters.of(context, BY_PATH), context.pathParam("id"));
  }

  private void paper(Context context, Parameters parameters, String id) {
    Representation as = Representation.of(context, parameters);
    PageWriter page = pages.writer(context);
    RequestKey asked = page.asked(RequestKey.of(context.path(), parameters, as));
    replies.send(
        context,
        asked,
        (recommender, snapshot) ->
            PaperContent.of(recommender, snapshot, PaperQuery.of(id), asked, page));
  }
}
