package dev.akin.serve.mcp;

import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.request.JsonFields;

/// Something that a client can ask for.
interface McpTool {
  /// Computes the answer as text.
  ///
  /// @throws RefusedRequest if something in the arguments is wrong
  String answer(JsonFields arguments, McpAnswers answers);
}
