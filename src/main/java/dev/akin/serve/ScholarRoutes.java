package dev.akin.serve;

import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.guard.RequestBodies;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.request.JsonFields;
import dev.akin.serve.request.Parameters;
import dev.akin.serve.request.ParsedQuery;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.json.ScholarJson;
import dev.akin.write.text.PaperFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/// Recommendations with the paths and JSON of Semantic Scholar, so that its clients only need
/// another base URL.
record ScholarRoutes(CachedReplies replies, RequestBodies bodies) {
  static final Set<String> PARAMETERS = Set.of("fields", "limit", "from");

  private static final String BASE = "/recommendations/v1/papers";
  static final int USUAL_LIMIT = 100;

  /// Whether errors at a path have the form of Semantic Scholar.
  static boolean isTheirs(String path) {
    return path.startsWith("/recommendations/");
  }

  void addTo(RoutesConfig routes) {
    // These ids may have slashes: DOI:10.18653/v1/N18-3011.
    Routes.get(routes, BASE + "/forpaper/<id>", this::forOne);
    Routes.post(routes, BASE, this::forSeveral);
  }

  private void forOne(Context context) {
    Parameters parameters = Parameters.of(context, PARAMETERS);
    answer(context, parameters, Query.of(example(context.pathParam("id"))));
  }

  private void forSeveral(Context context) {
    Parameters parameters = Parameters.of(context, PARAMETERS);
    JsonFields body =
        JsonFields.of(bodies.read(context))
            .requireOnly(Set.of("positivePaperIds", "negativePaperIds"));
    answer(context, parameters, query(body));
  }

  private static Query query(JsonFields body) {
    try {
      return Query.of(examples(body, "positivePaperIds"), examples(body, "negativePaperIds"));
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest("positivePaperIds", String.valueOf(e.getMessage()));
    }
  }

  private static List<Example> examples(JsonFields body, String name) {
    return body.all(name).stream().map(ScholarRoutes::example).toList();
  }

  private static Example example(String id) {
    if (id.isBlank()) {
      throw RefusedRequest.badRequest("id", "is blank");
    }
    return new Example.LikePaper(id);
  }

  private void answer(Context context, Parameters parameters, Query query) {
    Set<String> fields = ScholarJson.fields(parameters.one("fields", ScholarRoutes::requireKnown));
    ParsedQuery question =
        new ParsedQuery(
            query, RecommendOptions.DEFAULT.withLimit(limit(parameters)), PaperFields.ALL);
    RequestKey asked = RequestKey.of(BASE + " " + fields, question, Representation.JSON);
    replies.sendJson(
        context,
        asked,
        (recommender, snapshot) ->
            ScholarJson.of(recommender.recommend(snapshot, query, question.options()), fields));
  }

  private static String requireKnown(String fields) {
    ScholarJson.fields(fields);
    return fields;
  }

  private static int limit(Parameters parameters) {
    Integer limit = parameters.integer("limit");
    if (limit != null && (limit < 1 || limit > RecommendOptions.MAX_LIST)) {
      throw RefusedRequest.badRequest(
          "limit", "must be from 1 to " + RecommendOptions.MAX_LIST + ", not " + limit);
    }
    return limit == null ? USUAL_LIMIT : limit;
  }
}
