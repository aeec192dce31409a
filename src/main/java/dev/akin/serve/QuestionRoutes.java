package dev.akin.serve;

import dev.akin.embed.Deadline;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.Recommender;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lists of papers that a body of JSON asks for, one or several at a time.
///
/// @param recommender over the same index
record QuestionRoutes(
    PaperIndex index, Recommender recommender, Replies replies, Pages pages, Limits limits) {
  private static final String RELATED = "/v1/related";

  void addTo(RoutesConfig routes) {
    Routes.post(routes, RELATED, this::related);
    Routes.post(routes, "/v1/related/batch", this::batch);
  }

  private void related(Context context) {
    Parameters parameters = Parameters.of(context, Set.of(Representation.PARAMETER));
    Representation as = Representation.of(context, parameters);
    Question question = BodyReader.question(JsonFields.of(RequestBody.read(context, limits)));
    Asked asked = Asked.of(RELATED, question, as);
    Recommender waiting = recommender.until(Deadline.in(limits.deadline()));
    replies.send(
        context, asked, snapshot -> AnswerContent.of(waiting, snapshot, question, asked, pages));
  }

  /// All from one commit, within one deadline.
  private void batch(Context context) {
    Parameters.of(context, Set.of());
    JsonFields body = JsonFields.of(RequestBody.read(context, limits));
    Deadline deadline = Deadline.in(limits.deadline());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode answers = answer.putArray("answers");
    try (IndexSnapshot snapshot = index.snapshot()) {
      for (JsonFields question : BodyReader.questions(body)) {
        answers.add(answered(context, snapshot, question, deadline));
      }
    }
    context.contentType("application/json").result(JsonMapper.shared().writeValueAsBytes(answer));
  }

  private ObjectNode answered(
      Context context, IndexSnapshot snapshot, JsonFields fields, Deadline deadline) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    try {
      if (deadline.hasPassed()) {
        throw new Refusal(503, "the time for all queries was over before this one");
      }
      Question question = BodyReader.question(fields);
      Asked asked = Asked.of(RELATED, question, Representation.JSON);
      ObjectNode answer =
          AnswerContent.of(recommender.until(deadline), snapshot, question, asked, pages).json();
      node.put("status", 200).set("answer", answer);
    } catch (RuntimeException e) {
      ProblemJson problem = Failures.problem(e, context);
      node.put("status", problem.status()).set("problem", problem.json());
    }
    return node;
  }
}
