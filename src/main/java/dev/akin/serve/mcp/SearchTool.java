package dev.akin.serve.mcp;

import dev.akin.recommend.SearchBox;
import dev.akin.serve.request.JsonFields;
import dev.akin.serve.request.ParameterReader;
import dev.akin.serve.request.ParsedSearch;
import java.util.Set;

/// The search box.
final class SearchTool implements McpTool {
  private static final Set<String> ARGUMENTS =
      ParameterReader.union(McpListOptions.ARGUMENTS, Set.of("q", ParameterReader.READ));

  @Override
  public String answer(JsonFields arguments, McpAnswers answers) {
    arguments.requireOnly(ARGUMENTS);
    McpListOptions list = McpListOptions.of(arguments);
    ParsedSearch asked = ParameterReader.search(arguments);
    return answers.compute(
        (recommender, snapshot) ->
            AnswerLines.of(
                new SearchBox(recommender)
                    .search(
                        snapshot, asked.typed(), asked.readAs(), list.explained(asked.options())),
                list));
  }
}
