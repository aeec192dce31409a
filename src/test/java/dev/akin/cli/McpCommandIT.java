package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `akin mcp` in a process of its own, over the sample papers.
@Timeout(300)
class McpCommandIT {
  @TempDir private static Path folder;
  private static String index;

  @BeforeAll
  static void indexTheSamplePapers() {
    index = folder.resolve("index").toString();
    assertThat(CommandRun.of("demo", "--no-serve", "--index", index).code()).isZero();
  }

  private static McpSyncClient client() {
    List<String> command = OwnProcess.command("mcp", "--index", index);
    return McpClient.sync(
            new StdioClientTransport(
                ServerParameters.builder(command.getFirst())
                    .args(command.subList(1, command.size()))
                    .build(),
                new JacksonMcpJsonMapper(JsonMapper.shared())))
        .initializationTimeout(Duration.ofMinutes(2))
        .requestTimeout(Duration.ofMinutes(2))
        .build();
  }

  private static String text(McpSyncClient client, String tool, Map<String, Object> arguments) {
    CallToolResult result =
        client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    String text = ((TextContent) result.content().getFirst()).text();
    assertThat(result.isError()).as(text).isFalse();
    return text;
  }

  @Test
  void answersTheClientOfTheSdk() {
    try (McpSyncClient client = client()) {
      client.initialize();
      assertThat(client.listTools().tools()).extracting(Tool::name).contains("search", "related");
      assertThat(
              text(client, "search", Map.of("q", "low-resource machine translation", "limit", 3)))
          .contains("1. ", ", id ", ", score ", "   Why: ", "The number is the score");
      assertThat(text(client, "search", Map.of("q", "vaswani 2017")))
          .contains("Papers by Ashish Vaswani of 2017", "id vaswani-2017-attention");
      String related = text(client, "related", Map.of("id", "vaswani-2017-attention", "limit", 2));
      assertThat(related)
          .contains(
              "1. Neural Machine Translation by Jointly Learning to Align and Translate (2015)")
          .contains("   Why: the closest sentence is “");
      assertThat(related.lines()).hasSize(6);
      assertThat(text(client, "search", Map.of("q", "recipes for lentil soup")))
          .contains("Nothing found. No paper here is close enough to this.");
      assertThat(
              text(client, "library", Map.of("library", "@misc{a, title={How to share a secret}}")))
          .contains("1 in the index (1 by title)", "of the library, it is closest to “");
    }
  }

  @Test
  void printsNothingButMessagesAndEndsWithItsInput() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(OwnProcess.command("mcp", "--index", index))
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(
          "what?\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"
              .getBytes(StandardCharsets.UTF_8));
    }
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    assertThat(lines)
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(JsonMapper.shared().readTree(line).path("jsonrpc").asString())
                    .isEqualTo("2.0"));
  }

  @Test
  void saysOnStandardErrorThatThereIsNoIndex() {
    CommandRun run = CommandRun.of("mcp", "--index", folder.resolve("none").toString());
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.out()).isEmpty();
  }
}
