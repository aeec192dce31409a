package dev.akin.serve.mcp;

import dev.akin.paper.Paper;
import dev.akin.recommend.LibraryQuery;
import dev.akin.recommend.LibraryRecommender;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Weighted;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.request.JsonFields;
import dev.akin.serve.request.LibraryFile;
import dev.akin.serve.request.LibraryForm;
import dev.akin.serve.request.OptionsReader;
import dev.akin.serve.request.ParameterReader;
import dev.akin.write.text.SkippedEntries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// Papers for the interests of a library of references.
final class LibraryTool implements McpTool {
  private static final Set<String> ARGUMENTS =
      ParameterReader.union(McpListOptions.ARGUMENTS, Set.of("library", "not"));

  private record Library(List<Paper> entries, SkippedEntries skipped) {}

  @Override
  public String answer(JsonFields arguments, McpAnswers answers) {
    arguments.requireOnly(ARGUMENTS);
    McpListOptions list = McpListOptions.of(arguments);
    RecommendOptions options = OptionsReader.options(arguments);
    List<Weighted> negatives =
        ParameterReader.negatives(arguments).stream().map(Weighted::of).toList();
    LibraryFile file = file(arguments.required("library"));
    return answers.compute(
        deadline -> {
          SkippedEntries skipped = new SkippedEntries();
          return new Library(file.entries(skipped, deadline), skipped);
        },
        library -> {
          LibraryQuery query = query(library.entries, negatives);
          return (recommender, snapshot) ->
              LibraryLines.of(
                  new LibraryRecommender(recommender).recommend(snapshot, query, options),
                  library.skipped,
                  list);
        });
  }

  private static LibraryFile file(String text) {
    return LibraryForm.of(null, text.getBytes(StandardCharsets.UTF_8)).file();
  }

  private static LibraryQuery query(List<Paper> entries, List<Weighted> negatives) {
    try {
      return new LibraryQuery(entries, List.of(), negatives);
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest("library", String.valueOf(e.getMessage()));
    }
  }
}
