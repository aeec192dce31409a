package dev.akin.serve;

import dev.akin.embed.Deadline;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.UnknownPaperException;
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
    JsonFields body = JsonFields.of(RequestBody.read(context, limits));
    Question question = BodyReader.question(body);
    Asked asked = Asked.of(RELATED, question, as);
    Deadline deadline = Deadline.in(limits.deadline());
    replies.send(
        context, asked, snapshot -> answer(snapshot, new Asking(body, question, asked), deadline));
  }

  private record Asking(JsonFields body, Question question, Asked asked) {}

  /// @throws Refusal if the question names a paper that is not there
  private Content answer(IndexSnapshot snapshot, Asking asking, Deadline deadline) {
    try {
      return AnswerContent.of(
          recommender.until(deadline), snapshot, asking.question, asking.asked, pages);
    } catch (UnknownPaperException e) {
      throw Refusal.unprocessable(
          BodyReader.place(asking.body, e.name()), String.valueOf(e.getMessage()));
    }
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
      ObjectNode answer = answer(snapshot, new Asking(fields, question, asked), deadline).json();
      node.put("status", 200).set("answer", answer);
    } catch (RuntimeException e) {
      ProblemJson problem = Failures.problem(e, context);
      node.put("status", problem.status()).set("problem", problem.json());
    }
    return node;
  }
}
