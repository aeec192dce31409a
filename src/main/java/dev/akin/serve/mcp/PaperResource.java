package dev.akin.serve.mcp;

import dev.akin.recommend.Recommender;
import dev.akin.serve.guard.RefusedRequest;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Papers as resources: `akin://paper/{id}`, the id as in an address: `10.1145/3` is
/// `akin://paper/10.1145%2F3`.
record PaperResource(McpAnswers answers) {
  private static final String ADDRESS = "akin://paper/";
  private static final String TYPE = "text/plain";

  SyncResourceTemplateSpecification template() {
    return new SyncResourceTemplateSpecification(
        ResourceTemplate.builder(ADDRESS + "{id}", "paper")
            .title("A paper")
            .description(
                "Title, authors, date and abstract of a paper. A / in its id is written %2F.")
            .mimeType(TYPE)
            .build(),
        (_, request) -> read(request));
  }

  private ReadResourceResult read(ReadResourceRequest request) {
    try {
      String id = id(request.uri());
      String text =
          answers.compute((_, snapshot) -> PaperLines.all(Recommender.paper(snapshot, id)));
      return ReadResourceResult.builder(
              List.of(TextResourceContents.builder(request.uri(), text).mimeType(TYPE).build()))
          .build();
    } catch (RuntimeException e) {
      throw McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND)
          .message(McpFailures.text(e, answers))
          .build();
    }
  }

  /// A plus is a plus here, not a space as in forms.
  private static String id(String uri) {
    try {
      return URLDecoder.decode(
          uri.substring(ADDRESS.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest("uri", String.valueOf(e.getMessage()));
    }
  }
}
