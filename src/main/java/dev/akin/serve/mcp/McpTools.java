package dev.akin.serve.mcp;

import dev.akin.base.Resources;
import dev.akin.serve.request.JsonFields;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The tools, as clients see them. Their names, descriptions and arguments are in `tools.json`.
final class McpTools {
  private static final Map<String, McpTool> TOOLS =
      Map.of(
          "search", new SearchTool(),
          "related", new RelatedTool(),
          "paper", new PaperTool(),
          "library", new LibraryTool());

  private McpTools() {}

  static List<SyncToolSpecification> of(McpAnswers answers) {
    JsonNode all = JsonMapper.shared().readTree(Resources.bytes(McpTools.class, "tools.json"));
    return all.path("tools")
        .valueStream()
        .map(tool -> specification(whole(tool, all.path("listArguments")), answers))
        .toList();
  }

  /// A tool that answers with a list has the arguments of every list, too.
  private static JsonNode whole(JsonNode tool, JsonNode listArguments) {
    if (tool.path("isList").asBoolean()) {
      ObjectNode arguments = (ObjectNode) tool.path("inputSchema").path("properties");
      listArguments.properties().forEach(each -> arguments.set(each.getKey(), each.getValue()));
    }
    return tool;
  }

  private static SyncToolSpecification specification(JsonNode tool, McpAnswers answers) {
    String name = tool.path("name").asString();
    McpTool implementation = TOOLS.get(name);
    if (implementation == null) {
      throw new IllegalStateException("tools.json has an unknown tool: " + name);
    }
    return SyncToolSpecification.builder()
        .tool(described(name, tool))
        .callHandler((_, request) -> call(implementation, request, answers))
        .build();
  }

  private static Tool described(String name, JsonNode tool) {
    return Tool.builder(name, schema(tool.path("inputSchema")))
        .title(tool.path("title").asString())
        .description(tool.path("description").asString())
        .annotations(
            ToolAnnotations.builder()
                .readOnlyHint(true)
                .destructiveHint(false)
                .idempotentHint(true)
                .openWorldHint(false)
                .build())
        .build();
  }

  private static Map<String, Object> schema(JsonNode node) {
    return JsonMapper.shared().convertValue(node, new TypeReference<>() {});
  }

  private static CallToolResult call(McpTool tool, CallToolRequest request, McpAnswers answers) {
    try {
      return result(tool.answer(arguments(request), answers), false);
    } catch (RuntimeException e) {
      return result(McpFailures.text(e, answers), true);
    }
  }

  private static JsonFields arguments(CallToolRequest request) {
    ObjectNode arguments =
        request.arguments() == null
            ? JsonMapper.shared().createObjectNode()
            : JsonMapper.shared().valueToTree(request.arguments());
    return new JsonFields("", arguments);
  }

  private static CallToolResult result(String text, boolean isError) {
    return CallToolResult.builder().addTextContent(text).isError(isError).build();
  }
}
