package dev.akin.serve.mcp;

import dev.akin.base.AkinException;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.UnknownPaperException;
import dev.akin.recommend.understand.UnknownCategoryException;
import dev.akin.serve.guard.RefusedRequest;

/// Failures as texts that an agent can act on.
final class McpFailures {
  private McpFailures() {}

  static String text(RuntimeException failure, McpAnswers answers) {
    return switch (failure) {
      case RefusedRequest e -> e.detail();
      case UnknownPaperException e -> sentences(e, "Find its id with the tool search.");
      case UnknownCategoryException e -> String.valueOf(e.getMessage());
      case NoDirectionException e -> sentences(e, "Give other papers, or a text with more words.");
      case AkinException e
          when e.kind() == AkinException.Kind.BUSY || e.kind() == AkinException.Kind.LATE ->
          sentences(e, "Nothing was searched; call the tool again in a few seconds.");
      default -> answers.failed(failure);
    };
  }

  /// @param cure what helps
  private static String sentences(AkinException failure, String cure) {
    String what = String.valueOf(failure.getMessage());
    return what + (what.endsWith("?") ? " " : ". ") + cure;
  }
}
