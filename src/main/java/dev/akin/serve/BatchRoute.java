package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.page.PageWriter;
import dev.akin.serve.page.ProblemJson;
import dev.akin.serve.request.BodyReader;
import dev.akin.serve.request.JsonFields;
import dev.akin.serve.request.Parameters;
import dev.akin.serve.request.Representation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Several queries in one body. The answers come in the same order, each with its own status, all
/// from one commit and within one deadline.
final class BatchRoute {
  /// The answer to a batch may be a thousand times as large as others, so few are made at once.
  private static final int MAX_BATCHES = 8;

  private final QuestionRoutes questions;
  private final Failures failures;
  private final Semaphore room = new Semaphore(MAX_BATCHES);

  BatchRoute(QuestionRoutes questions, Failures failures) {
    this.questions = questions;
    this.failures = failures;
  }

  void addTo(RoutesConfig routes) {
    Routes.post(routes, "/v1/related/batch", this::batch);
  }

  private void batch(Context context) {
    Parameters.of(context, Set.of());
    List<JsonFields> asked = BodyReader.questions(JsonFields.of(questions.bodies().read(context)));
    if (!room.tryAcquire()) {
      throw new RefusedRequest(429, "too many batches are being answered; try again in a second");
    }
    try {
      context.contentType("application/json").result(answers(context, asked));
    } finally {
      room.release();
    }
  }

  private byte[] answers(Context context, List<JsonFields> asked) {
    Deadline deadline = questions.timed().deadlines().get();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (IndexSnapshot snapshot = questions.index().snapshot();
        JsonGenerator json = JsonMapper.shared().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("answers");
      for (JsonFields question : asked) {
        json.writePOJO(answered(context, snapshot, question, deadline));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private ObjectNode answered(
      Context context, IndexSnapshot snapshot, JsonFields question, Deadline deadline) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    try {
      if (deadline.hasPassed()) {
        throw new RefusedRequest(503, "the time for the whole batch was over before this query");
      }
      QuestionRoutes.PostedQuery posted =
          QuestionRoutes.PostedQuery.of(question, Representation.JSON);
      PageWriter page = questions.pages().writer(context);
      node.put("status", 200).set("answer", answer(snapshot, posted, page, deadline));
    } catch (RuntimeException e) {
      ProblemJson problem = failures.problem(e, context);
      node.put("status", problem.status()).set("problem", problem.json());
    }
    return node;
  }

  /// Each waits for its turn, so that other requests are answered between two of them.
  private ObjectNode answer(
      IndexSnapshot snapshot,
      QuestionRoutes.PostedQuery posted,
      PageWriter page,
      Deadline deadline) {
    return questions
        .timed()
        .compute(
            snapshot,
            deadline,
            (recommender, own) -> questions.answer(recommender, own, posted, page).json());
  }
}
