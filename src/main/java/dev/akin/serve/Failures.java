package dev.akin.serve;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexException;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.UnknownPaperException;
import dev.akin.recommend.understand.UnknownCategoryException;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.page.Pages;
import dev.akin.serve.page.ProblemJson;
import dev.akin.write.json.ScholarJson;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers failures: turns an exception into a status and a problem.
///
/// @param pages makes the error pages
/// @param damage is told that the index cannot be read
record Failures(Pages pages, Runnable damage) {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private static final String ANSWERED = "akin.answered";

  void answer(Exception failure, Context context) {
    if (failure instanceof MethodNotAllowedResponse other) {
      context.header("Allow", methods(other));
    }
    answer(problem(failure, context), context);
  }

  private void answer(ProblemJson problem, Context context) {
    context.status(problem.status());
    if (problem.status() == 503 || problem.status() == 429) {
      context.header("Retry-After", "1");
    }
    context.attribute(ANSWERED, true);
    if (PageRoutes.isPage(context.path()) || isRead(context)) {
      context.html(pages.writer(context).problem(problem));
    } else if (ScholarRoutes.isTheirs(context.path())) {
      context.result(ScholarJson.error(problem.detail())).contentType("application/json");
    } else {
      context.result(problem.toString()).contentType(ProblemJson.CONTENT_TYPE);
    }
  }

  /// Whether somebody reads the answer in a browser, though there is no page.
  private static boolean isRead(Context context) {
    String accept = context.header("Accept");
    return accept != null
        && accept.contains("text/html")
        && !context.path().startsWith("/v1/")
        && !ScholarRoutes.isTheirs(context.path());
  }

  /// The methods that the path has.
  private static String methods(MethodNotAllowedResponse refused) {
    return String.join(", ", refused.getDetails().values());
  }

  /// Answers a path that has no route. An unknown paper has already been answered.
  void noRoute(Context context) {
    if (context.attribute(ANSWERED) == null) {
      String detail = "nothing is at this path. The API begins with /v1/; see /docs.";
      answer(new ProblemJson(404, detail, null, context.path()), context);
    }
  }

  /// The problem that a failure is in an answer.
  ProblemJson problem(Exception failure, Context context) {
    String path = context.path();
    return switch (failure) {
      case RefusedRequest e -> new ProblemJson(e.status(), e.detail(), e.field(), path);
      case UnknownPaperException e -> unknown(e, context);
      case UnknownCategoryException e -> unknown(e, context);
      case NoDirectionException e ->
          new ProblemJson(422, String.valueOf(e.getMessage()), null, path);
      case MethodNotAllowedResponse e ->
          new ProblemJson(405, "this path has only the methods " + methods(e), null, path);
      case HttpResponseException e ->
          new ProblemJson(e.getStatus(), String.valueOf(e.getMessage()), null, path);
      case AkinException e when e.kind() == AkinException.Kind.BUSY ->
          new ProblemJson(429, String.valueOf(e.getMessage()), null, path);
      case AkinException e when e.kind() == AkinException.Kind.LATE ->
          new ProblemJson(503, String.valueOf(e.getMessage()), null, path);
      case IndexException e when e.kind() == AkinException.Kind.UNAVAILABLE -> away(e, path);
      default -> inside(failure);
    };
  }

  /// A cluster does not answer. Nothing is damaged: it is asked again.
  private static ProblemJson away(IndexException failure, String path) {
    LOG.warn(failure.getMessage());
    return new ProblemJson(503, "the index does not answer at the moment; try again", null, path);
  }

  private static ProblemJson unknown(UnknownPaperException e, Context context) {
    String field = context.queryParams("not").contains(e.name()) ? "not" : "id";
    return new ProblemJson(404, String.valueOf(e.getMessage()), field, context.path());
  }

  private static ProblemJson unknown(UnknownCategoryException e, Context context) {
    String field = context.queryParams("category").contains(e.category()) ? "category" : "q";
    return new ProblemJson(404, String.valueOf(e.getMessage()), field, context.path());
  }

  /// The problem of a failure inside. An [InternalError] means that a file of the index was cut off
  /// while it was read.
  ProblemJson inside(Throwable failure) {
    if (failure instanceof IndexException || failure instanceof InternalError) {
      damage.run();
      return hidden(503, "the index cannot be read at the moment", failure);
    }
    return hidden(500, "internal error", failure);
  }

  /// Logs what is wrong inside. The answer has only the id of the log entry.
  private static ProblemJson hidden(int status, String detail, Throwable failure) {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.error("{} {}", id, detail, failure);
    return new ProblemJson(status, detail + "; see " + id + " in the log", null, "urn:akin:" + id);
  }
}
