package dev.akin.serve;

import dev.akin.paper.Period;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.monitor.ModelState;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.page.Assets;
import dev.akin.serve.page.Browsing;
import dev.akin.serve.page.FolderContent;
import dev.akin.serve.page.PageWriter;
import dev.akin.serve.page.Pages;
import dev.akin.serve.page.PaperContent;
import dev.akin.serve.page.PaperQuery;
import dev.akin.serve.page.SearchContent;
import dev.akin.serve.request.OptionsReader;
import dev.akin.serve.request.ParameterReader;
import dev.akin.serve.request.Parameters;
import dev.akin.serve.request.ParsedSearch;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The pages for people: the list by date, the search, a paper, what a reader follows.
///
/// @param models which explain why papers are related, once they are loaded
record PageRoutes(CachedReplies replies, Pages pages, ModelState models) {
  private static final Pattern PATHS =
      Pattern.compile("/|/(search|paper|follow|like|map|accessibility)|/(date|papers)/.*");
  private static final Set<String> LANGUAGE = Set.of(Pages.LANGUAGE);
  private static final Set<String> LISTED =
      ParameterReader.union(OptionsReader.FILTER, Set.of("after", "limit", Pages.LANGUAGE));
  private static final Set<String> HOME =
      ParameterReader.union(LISTED, Set.of("q", ParameterReader.READ));
  private static final Set<String> SEARCHED =
      ParameterReader.union(
          ParameterReader.SEARCHING, Set.of("q", ParameterReader.READ, "sort", Pages.LANGUAGE));
  private static final Set<String> PAPER =
      ParameterReader.union(new HashSet<>(PaperQuery.PARAMETERS), LANGUAGE);
  private static final Set<String> FOLLOWED =
      ParameterReader.union(
          LANGUAGE, Set.of(FolderContent.ID, FolderContent.SEARCH, Representation.PARAMETER));

  /// Whether a path is that of a page, so that an error there is a page, too.
  static boolean isPage(String path) {
    return PATHS.matcher(path).matches();
  }

  void addTo(RoutesConfig routes) {
    Routes.get(routes, "/", this::home);
    Routes.get(routes, "/date/{when}", this::date);
    Routes.get(routes, "/search", this::search);
    Routes.get(routes, "/paper", this::paperOfQuery);
    // An id may have slashes.
    Routes.get(routes, "/papers/<id>", this::paperOfPath);
    Routes.get(routes, "/follow", this::follow);
    Routes.get(routes, "/accessibility", this::accessibility);
    Routes.get(routes, "/assets/{version}/{name}", this::asset);
  }

  /// The version changes with the files, so that a browser never has to ask for one again. A page
  /// of another akin gets this one's files.
  private void asset(Context context) {
    Assets.File file = pages.assets().file(context.pathParam("name"));
    if (file == null) {
      throw new RefusedRequest(404, "there is no such file");
    }
    boolean isCurrent = context.path().startsWith(pages.assets().path() + "/");
    context
        .header("Cache-Control", isCurrent ? "public, max-age=31536000, immutable" : "no-cache")
        .contentType(file.contentType())
        .result(file.text());
  }

  private void home(Context context) {
    Parameters parameters = Parameters.of(context, HOME);
    String phrase = parameters.one("q", Function.identity());
    if (phrase == null || phrase.isBlank()) {
      list(context, parameters, null);
    } else {
      search(context, parameters);
    }
  }

  private void date(Context context) {
    Parameters parameters = Parameters.of(context, LISTED);
    list(context, parameters, period(context.pathParam("when")));
  }

  private static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(404, String.valueOf(e.getMessage()));
    }
  }

  private void list(Context context, Parameters parameters, @Nullable Period period) {
    Browsing browsing = Browsing.of(parameters, period);
    PageWriter page = pages.writer(context, parameters);
    RequestKey asked = asked(context, parameters, page.variant());
    replies.send(context, asked, (_, snapshot) -> browsing.of(snapshot, asked, page));
  }

  private void search(Context context) {
    Parameters parameters = Parameters.of(context, SEARCHED);
    String phrase = parameters.one("q", Function.identity());
    if (phrase == null || phrase.isBlank()) {
      context.redirect("/");
    } else {
      search(context, parameters);
    }
  }

  private void search(Context context, Parameters parameters) {
    ParsedSearch search = ParameterReader.search(parameters);
    PageWriter page = pages.writer(context, parameters);
    RequestKey asked = asked(context, parameters, page.variant());
    replies.send(
        context,
        asked,
        (recommender, snapshot) -> SearchContent.of(recommender, snapshot, search, asked, page));
  }

  private void paperOfQuery(Context context) {
    Parameters parameters = Parameters.of(context, ParameterReader.union(PAPER, Set.of("id")));
    paper(context, parameters, parameters.required("id"));
  }

  private void paperOfPath(Context context) {
    paper(context, Parameters.of(context, PAPER), context.pathParam("id"));
  }

  private void paper(Context context, Parameters parameters, String id) {
    boolean explains = models.isReady();
    PaperQuery query =
        new PaperQuery(
            id,
            parameters.all("more"),
            parameters.all("not"),
            OptionsReader.aspect(parameters),
            parameters.flag("newer"),
            explains);
    PageWriter page = pages.writer(context, parameters);
    RequestKey asked = asked(context, parameters, page.variant() + (explains ? " why" : ""));
    replies.send(
        context,
        asked,
        (recommender, snapshot) -> PaperContent.of(recommender, snapshot, query, asked, page));
  }

  private void follow(Context context) {
    Parameters parameters = Parameters.of(context, FOLLOWED);
    int followed =
        parameters.all(FolderContent.ID).size() + parameters.all(FolderContent.SEARCH).size();
    if (followed > FolderContent.MAX_FOLLOWED) {
      throw RefusedRequest.badRequest(
          FolderContent.ID,
          "a folder has at most " + FolderContent.MAX_FOLLOWED + " papers and searches");
    }
    PageWriter page = pages.writer(context, parameters);
    RequestKey asked = page.asked(RequestKey.of(context.path(), parameters, form(parameters)));
    replies.send(
        context,
        asked,
        (recommender, snapshot) -> FolderContent.of(recommender, snapshot, asked, page));
  }

  /// A folder is a page, or a feed.
  private static Representation form(Parameters parameters) {
    String format = parameters.one(Representation.PARAMETER, Function.identity());
    if (format == null) {
      return Representation.HTML;
    }
    if (format.equals("atom")) {
      return Representation.ATOM;
    }
    throw RefusedRequest.badRequest(Representation.PARAMETER, "must be atom, or left out");
  }

  private void accessibility(Context context) {
    Parameters parameters = Parameters.of(context, LANGUAGE);
    PageWriter page = pages.writer(context, parameters);
    RequestKey asked = asked(context, parameters, page.variant());
    replies.sendPage(
        context, asked, (_, snapshot) -> page.accessibility(snapshot.info(), asked.address()));
  }

  private static RequestKey asked(Context context, Parameters parameters, String variant) {
    return RequestKey.of(context.path(), parameters, Representation.HTML).in(variant);
  }
}
