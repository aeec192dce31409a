package dev.akin.serve.mcp;

import dev.akin.recommend.Recommender;
import dev.akin.serve.request.JsonFields;
import java.util.Set;

/// One paper.
final class PaperTool implements McpTool {
  @Override
  public String answer(JsonFields arguments, McpAnswers answers) {
    String id = arguments.requireOnly(Set.of("id")).required("id");
    return answers.compute((_, snapshot) -> PaperLines.all(Recommender.paper(snapshot, id)));
  }
}
