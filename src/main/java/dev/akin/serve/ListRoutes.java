package dev.akin.serve;

import dev.akin.serve.monitor.Routes;
import dev.akin.serve.page.AnswerContent;
import dev.akin.serve.page.Browsing;
import dev.akin.serve.page.PageWriter;
import dev.akin.serve.page.Pages;
import dev.akin.serve.page.SearchContent;
import dev.akin.serve.request.OptionsReader;
import dev.akin.serve.request.ParameterReader;
import dev.akin.serve.request.Parameters;
import dev.akin.serve.request.ParsedQuery;
import dev.akin.serve.request.ParsedSearch;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/// Lists of papers for queries in parameters: related papers, the search box, papers by date. Who
/// asks for HTML gets a page.
record ListRoutes(CachedReplies replies, Pages pages) {
  static final Set<String> RELATED_TO_ONE =
      ParameterReader.union(
          ParameterReader.SIMILARITY, Set.of(OptionsReader.ASPECT, OptionsReader.SCOPE));
  static final Set<String> RELATED =
      ParameterReader.union(RELATED_TO_ONE, Set.of("id", "not", "text"));
  static final Set<String> SEARCH =
      ParameterReader.union(ParameterReader.SIMILARITY, Set.of("q", ParameterReader.READ));
  static final Set<String> BROWSE =
      ParameterReader.union(
          OptionsReader.FILTER, Set.of("limit", "after", "fields", Representation.PARAMETER));

  void addTo(RoutesConfig routes) {
    Routes.get(routes, "/v1/related", this::related);
    Routes.get(routes, "/v1/papers/{id}/related", this::relatedToOne);
    Routes.get(routes, "/v1/search", this::search);
    Routes.get(routes, "/v1/papers", this::browse);
  }

  private void related(Context context) {
    Parameters parameters = Parameters.of(context, RELATED);
    answer(context, parameters, ParameterReader.related(parameters));
  }

  private void relatedToOne(Context context) {
    Parameters parameters = Parameters.of(context, RELATED_TO_ONE);
    answer(context, parameters, ParameterReader.related(context.pathParam("id"), parameters));
  }

  private void search(Context context) {
    Parameters parameters = Parameters.of(context, SEARCH);
    ParsedSearch search = ParameterReader.search(parameters);
    PageWriter page = pages.writer(context);
    RequestKey asked = asked(context, parameters, page);
    replies.send(
        context,
        asked,
        (recommender, snapshot) -> SearchContent.of(recommender, snapshot, search, asked, page));
  }

  private void answer(Context context, Parameters parameters, ParsedQuery question) {
    PageWriter page = pages.writer(context);
    RequestKey asked = asked(context, parameters, page);
    replies.send(
        context,
        asked,
        (recommender, snapshot) -> AnswerContent.of(recommender, snapshot, question, asked, page));
  }

  private void browse(Context context) {
    Parameters parameters = Parameters.of(context, BROWSE);
    Browsing browsing = Browsing.of(parameters, null);
    PageWriter page = pages.writer(context);
    RequestKey asked = asked(context, parameters, page);
    replies.send(context, asked, (_, snapshot) -> browsing.of(snapshot, asked, page));
  }

  private static RequestKey asked(Context context, Parameters parameters, PageWriter page) {
    Representation as = Representation.of(context, parameters);
    return page.asked(RequestKey.of(context.path(), parameters, as));
  }
}
