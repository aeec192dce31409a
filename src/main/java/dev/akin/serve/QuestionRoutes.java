package dev.akin.serve;

import dev.akin.embed.Deadline;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.UnknownPaperException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/// Lists of papers that a body of JSON asks for.
///
/// @param recommender over the same index
record QuestionRoutes(
    PaperIndex index, Recommender recommender, Replies replies, Pages pages, RequestBodies bodies) {
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
  record Asking(JsonFields body, Question question, Asked asked) {
    /// @throws Refusal if something in it is wrong
    static Asking of(JsonFields body, Representation as) {
      Question question = BodyReader.question(body);
      return new Asking(body, question, Asked.of(RELATED, question, as));
    }
  }

  /// @throws Refusal if the question names a paper that is not there
  Content answer(IndexSnapshot snapshot, Asking asking, Deadline deadline) {
    try {
      return AnswerContent.of(
          recommender.until(deadline), snapshot, asking.question, asking.asked, pages);
    } catch (UnknownPaperException e) {
      throw Refusal.unprocessable(
          BodyReader.place(asking.body, e.name()), String.valueOf(e.getMessage()));
    }
  }
}
