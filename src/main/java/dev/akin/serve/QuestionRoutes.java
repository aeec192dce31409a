package dev.akin.serve;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.UnknownPaperException;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.guard.RequestBodies;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.page.AnswerContent;
import dev.akin.serve.page.Content;
import dev.akin.serve.page.PageWriter;
import dev.akin.serve.page.Pages;
import dev.akin.serve.request.BodyReader;
import dev.akin.serve.request.JsonFields;
import dev.akin.serve.request.Parameters;
import dev.akin.serve.request.ParsedQuery;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/// Lists of papers for queries in JSON bodies.
///
/// @param timed over the same index
record QuestionRoutes(
    PaperIndex index,
    TimedAnswers timed,
    CachedReplies replies,
    Pages pages,
    RequestBodies bodies) {
  private static final String RELATED = "/v1/related";

  void addTo(RoutesConfig routes) {
    Routes.post(routes, RELATED, this::related);
  }

  private void related(Context context) {
    Parameters parameters = Parameters.of(context, Set.of(Representation.PARAMETER));
    Representation as = Representation.of(context, parameters);
    PostedQuery posted = PostedQuery.of(JsonFields.of(bodies.read(context)), as);
    PageWriter page = pages.writer(context);
    replies.send(
        context,
        page.asked(posted.asked),
        (recommender, snapshot) -> answer(recommender, snapshot, posted, page));
  }

  /// A query, as it was sent and as it was read.
  record PostedQuery(JsonFields body, ParsedQuery question, RequestKey asked) {
    /// @throws RefusedRequest if something in the body is wrong
    static PostedQuery of(JsonFields body, Representation as) {
      ParsedQuery question = BodyReader.question(body);
      return new PostedQuery(body, question, RequestKey.of(RELATED, question, as));
    }
  }

  /// @throws RefusedRequest if the query names a paper that is not in the index
  Content answer(
      Recommender recommender, IndexSnapshot snapshot, PostedQuery posted, PageWriter page) {
    try {
      return AnswerContent.of(recommender, snapshot, posted.question, posted.asked, page);
    } catch (UnknownPaperException e) {
      throw RefusedRequest.unprocessable(
          BodyReader.place(posted.body, e.name()), String.valueOf(e.getMessage()));
    }
  }
}
