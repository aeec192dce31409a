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
      case UnknownPaperException e -> e.getMessage() + ". Find its id with the tool search.";
      case UnknownCategoryException e -> String.valueOf(e.getMessage());
      case NoDirectionException e ->
          e.getMessage() + ". Give other papers, or a text with more words.";
      case AkinException e
          when e.kind() == AkinException.Kind.BUSY || e.kind() == AkinException.Kind.LATE ->
          e.getMessage() + ". Nothing was searched; call the tool again in a few seconds.";
      default -> answers.failed(failure);
    };
  }
}
