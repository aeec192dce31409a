package dev.akin.serve;

import dev.akin.index.store.Filter;
import dev.akin.recommend.SearchBox;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.request.OptionsReader;
import dev.akin.serve.request.ParameterReader;
import dev.akin.serve.request.Parameters;
import dev.akin.serve.request.ParsedSearch;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.json.CompletionsJson;
import dev.akin.write.json.FacetsJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/// What helps people to type a query: completions, and what there is to filter by.
record SearchBoxRoutes(CachedReplies replies) {
  static final Set<String> COMPLETE = Set.of("q", "limit");
  static final Set<String> FACETS =
      ParameterReader.union(OptionsReader.FILTER, Set.of("q", ParameterReader.READ));

  /// The number of completions if the client does not say.
  private static final int COMPLETIONS = 10;

  void addTo(RoutesConfig routes) {
    Routes.get(routes, "/v1/complete", this::complete);
    Routes.get(routes, "/v1/facets", this::facets);
  }

  private void complete(Context context) {
    Parameters parameters = Parameters.of(context, COMPLETE);
    String typed = parameters.required("q");
    int limit = OptionsReader.limit(parameters, COMPLETIONS);
    replies.sendJson(
        context,
        RequestKey.of(context.path(), parameters, Representation.JSON),
        (_, snapshot) ->
            CompletionsJson.of(snapshot.contents().complete(typed, limit), snapshot.info()));
  }

  private void facets(Context context) {
    Parameters parameters = Parameters.of(context, FACETS);
    RequestKey asked = RequestKey.of(context.path(), parameters, Representation.JSON);
    if (parameters.all("q").isEmpty()) {
      Filter filter = OptionsReader.filter(parameters);
      replies.sendJson(
          context,
          asked,
          (_, snapshot) -> FacetsJson.of(SearchBox.facets(snapshot, filter), snapshot.info()));
    } else {
      ParsedSearch search = ParameterReader.search(parameters);
      replies.sendJson(
          context,
          asked,
          (recommender, snapshot) ->
              FacetsJson.of(
                  new SearchBox(recommender)
                      .facets(snapshot, search.typed(), search.readAs(), search.options()),
                  snapshot.info()));
    }
  }
}
