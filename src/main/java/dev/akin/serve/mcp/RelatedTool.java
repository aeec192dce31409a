package dev.akin.serve.mcp;

import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.request.JsonFields;
import dev.akin.serve.request.OptionsReader;
import dev.akin.serve.request.ParameterReader;
import dev.akin.serve.request.ParsedQuery;
import java.util.Set;

/// Papers like some and unlike others.
final class RelatedTool implements McpTool {
  private static final Set<String> ARGUMENTS =
      ParameterReader.union(
          McpListOptions.ARGUMENTS,
          Set.of("id", "text", "not", OptionsReader.ASPECT, OptionsReader.SCOPE));

  @Override
  public String answer(JsonFields arguments, McpAnswers answers) {
    arguments.requireOnly(ARGUMENTS);
    McpListOptions list = McpListOptions.of(arguments);
    ParsedQuery asked = ParameterReader.related(arguments);
    return answers.compute(
        (recommender, snapshot) -> {
          RecommendOptions options = asked.scope().within(snapshot, asked.query(), asked.options());
          return AnswerLines.of(
              recommender.recommend(
                  snapshot, asked.query(), explained(list, asked.query(), options)),
              list);
        });
  }

  /// With explanations, unless there are too many examples for that.
  private static RecommendOptions explained(
      McpListOptions list, Query query, RecommendOptions options) {
    return query.mayBeExplained() ? list.explained(options) : options;
  }
}
