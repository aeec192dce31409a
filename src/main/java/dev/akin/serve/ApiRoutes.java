package dev.akin.serve;

import dev.akin.index.BrowsePosition;
import dev.akin.index.Filter;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.Example;
import dev.akin.recommend.Query;
import dev.akin.recommend.RecommendOptions;
import dev.akin.recommend.Recommender;
import dev.akin.write.AnswerJson;
import dev.akin.write.InfoJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The API, version 1.
///
/// @param index the papers
/// @param recommender over the same index
/// @param version of akin
record ApiRoutes(PaperIndex index, Recommender recommender, String version) {
  private static final Set<String> RELATED =
      RequestReader.union(RequestReader.SIMILARITY, Set.of("id", "not", "text"));
  private static final Set<String> SEARCH =
      RequestReader.union(RequestReader.SIMILARITY, Set.of("q"));
  private static final Set<String> BROWSE =
      RequestReader.union(RequestReader.FILTER, Set.of("limit", "after"));

  void addTo(RoutesConfig routes) {
    Routes.get(routes, "/v1/related", this::related);
    Routes.get(routes, "/v1/papers/{id}/related", this::relatedToOne);
    Routes.get(routes, "/v1/search", this::search);
    Routes.get(routes, "/v1/paper", this::paperOfQuery);
    Routes.get(routes, "/v1/papers/{id}", this::paperOfPath);
    Routes.get(routes, "/v1/papers", this::browse);
    Routes.get(routes, "/v1/info", this::info);
  }

  private void related(Context context) {
    Parameters parameters = Parameters.of(context, RELATED);
    answer(context, RequestReader.related(parameters), parameters);
  }

  private void relatedToOne(Context context) {
    Parameters parameters = Parameters.of(context, RequestReader.SIMILARITY);
    answer(context, Query.of(RequestReader.paper("id", context.pathParam("id"))), parameters);
  }

  private void search(Context context) {
    Parameters parameters = Parameters.of(context, SEARCH);
    Example phrase = new Example.ForPhrase(parameters.required("q"));
    answer(context, Query.of(phrase), parameters);
  }

  private void answer(Context context, Query query, Parameters parameters) {
    long start = System.nanoTime();
    RecommendOptions options = RequestReader.options(parameters, query);
    ObjectNode answer = AnswerJson.of(recommender.recommend(query, options));
    double millis = (System.nanoTime() - start) / 1e6;
    context.header("Server-Timing", String.format(Locale.ROOT, "search;dur=%.2f", millis));
    json(context, answer);
  }

  private void paperOfQuery(Context context) {
    paper(context, Parameters.of(context, Set.of("id")).required("id"));
  }

  private void paperOfPath(Context context) {
    Parameters.of(context, Set.of());
    paper(context, context.pathParam("id"));
  }

  private void paper(Context context, String id) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      json(context, AnswerJson.of(Recommender.paper(snapshot, id), snapshot.info()));
    }
  }

  private void browse(Context context) {
    Parameters parameters = Parameters.of(context, BROWSE);
    Filter filter = RequestReader.filter(parameters);
    BrowsePosition after = parameters.one("after", BrowsePosition::parse);
    int limit = RequestReader.limit(parameters, Page.SIZE);
    try (IndexSnapshot snapshot = index.snapshot()) {
      Page page = Page.of(snapshot, filter, after, limit);
      json(context, AnswerJson.of(page.papers(), page.next(), snapshot.info()));
    }
  }

  private void info(Context context) {
    Parameters.of(context, Set.of());
    try (IndexSnapshot snapshot = index.snapshot()) {
      json(context, InfoJson.of(version, snapshot.info()));
    }
  }

  private static void json(Context context, ObjectNode body) {
    context.result(body.toString()).contentType("application/json");
  }
}
