package dev.akin.serve;

import dev.akin.embed.run.Deadline;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.UnknownPaperException;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.guard.RequestBodies;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.page.AnswerContent;
import dev.akin.serve.page.Content;
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

/// Lists of papers that a body of JSON asks for.
///
/// @param recommender over the same index
record QuestionRoutes(
    PaperIndex index,
    Recommender recommender,
    CachedReplies replies,
    Pages pages,
    RequestBodies bodies) {
  private static final String RELATED = "/v1/related";

  void addTo(RoutesConfig routes) {
    Routes.post(routes, RELATED, this::related);
    new BatchRoute(this).addTo(routes);
  }

  private void related(Context context) {
    Parameters parameters = Parameters.of(context, Set.of(Representation.PARAMETER));
    Representation as = Representation.of(context, parameters);
    Asking asking = Asking.of(JsonFields.of(bodies.read(context)), as);
    Deadline deadline = Deadline.in(bodies.limits().deadline());
    replies.send(context, asking.asked, snapshot -> answer(snapshot, asking, deadline));
  }

  /// A question, as it was written and as it was understood.
  record Asking(JsonFields body, ParsedQuery question, RequestKey asked) {
    /// @throws RefusedRequest if something in it is wrong
    static Asking of(JsonFields body, Representation as) {
      ParsedQuery question = BodyReader.question(body);
      return new Asking(body, question, RequestKey.of(RELATED, question, as));
    }
  }

  /// @throws RefusedRequest if the question names a paper that is not there
  Content answer(IndexSnapshot snapshot, Asking asking, Deadline deadline) {
    try {
      return AnswerContent.of(
          recommender.until(deadline), snapshot, asking.question, asking.asked, pages);
    } catch (UnknownPaperException e) {
      throw RefusedRequest.unprocessable(
          BodyReader.place(asking.body, e.name()), String.valueOf(e.getMessage()));
    }
  }
}
