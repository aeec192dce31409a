package dev.akin.serve;

import dev.akin.index.IndexException;
import dev.akin.recommend.NoDirectionException;
import dev.akin.recommend.UnknownPaperException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a failure is over HTTP.
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private static final String ANSWERED = "akin.answered";

  private Failures() {}

  static void answer(Exception failure, Context context) {
    ProblemJson problem = problem(failure, context);
    context.status(problem.status());
    if (problem.status() == 503) {
      context.header("Retry-After", "1");
    }
    context.attribute(ANSWERED, true);
    context.result(problem.toString()).contentType(ProblemJson.CONTENT_TYPE);
  }

  /// A path or method that no route has; a paper that is not there has been answered already.
  static void noRoute(Context context) {
    if (context.attribute(ANSWERED) == null) {
      String detail =
          context.statusCode() == 404
              ? "there is nothing at this path; the API begins with /v1/"
              : "this path is only read; use GET";
      ProblemJson problem = new ProblemJson(context.statusCode(), detail, null, context.path());
      context.result(problem.toString()).contentType(ProblemJson.CONTENT_TYPE);
    }
  }

  private static ProblemJson problem(Exception failure, Context context) {
    String path = context.path();
    return switch (failure) {
      case BadRequestException e ->
          new ProblemJson(400, e.parameter() + ": " + e.getMessage(), e.parameter(), path);
      case UnknownPaperException e ->
          new ProblemJson(404, String.valueOf(e.getMessage()), parameterOf(e, context), path);
      case NoDirectionException e ->
          new ProblemJson(422, String.valueOf(e.getMessage()), null, path);
      case HttpResponseException e ->
          new ProblemJson(e.getStatus(), String.valueOf(e.getMessage()), null, path);
      case IndexException e -> hidden(503, "the index cannot be read now", e);
      default -> hidden(500, "akin failed", failure);
    };
  }

  private static String parameterOf(UnknownPaperException e, Context context) {
    return context.queryParams("not").contains(e.name()) ? "not" : "id";
  }

  /// What is wrong inside is for the log; the answer has its id alone.
  private static ProblemJson hidden(int status, String detail, Exception failure) {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.error("{} {}", id, detail, failure);
    return new ProblemJson(status, detail + "; the log has it as " + id, null, "urn:akin:" + id);
  }
}
