package dev.akin.serve.mcp;

import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.request.JsonFields;
import dev.akin.serve.request.OptionsReader;
import dev.akin.serve.request.ParameterReader;
import java.util.Set;

/// What a list of papers says of each paper.
///
/// @param explains whether it says why the paper is there
/// @param abstracts whether it has the abstract
record McpListOptions(boolean explains, boolean abstracts) {
  private static final String EXPLAIN = "explain";
  private static final String ABSTRACTS = "abstracts";

  /// The arguments of every list.
  static final Set<String> ARGUMENTS =
      ParameterReader.union(
          OptionsReader.FILTER,
          Set.of("limit", "mode", "floor", "diversity", "perAuthor", EXPLAIN, ABSTRACTS));

  /// Reasons are there unless they are not wanted, abstracts only if they are.
  static McpListOptions of(JsonFields arguments) {
    boolean isSilent = arguments.object().has(EXPLAIN) && !arguments.flag(EXPLAIN);
    return new McpListOptions(!isSilent, arguments.flag(ABSTRACTS));
  }

  RecommendOptions explained(RecommendOptions options) {
    return explains ? options.withExplanation() : options;
  }
}
