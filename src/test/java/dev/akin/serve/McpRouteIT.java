package dev.akin.serve;

import static dev.akin.serve.TestService.header;
import static dev.akin.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.serve.guard.Access;
import dev.akin.serve.guard.Limits;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Agents ask a service: by the client of the SDK, and by messages as they come over the network.
class McpRouteIT {
  private static final String SITE = "https://chat.example";
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

  /// Time enough for a busy machine.
  private static final Limits PATIENT =
      new Limits(
          Duration.ofMinutes(1),
          TestModels.LIMITS.bodyBytes(),
          Duration.ofSeconds(20),
          Duration.ofMinutes(1),
          TestModels.LIMITS.running(),
          TestModels.LIMITS.waiting(),
          TestModels.LIMITS.cacheBytes(),
          TestModels.LIMITS.stop(),
          TestModels.LIMITS.farewell());

  @TempDir private static Path folder;
  private static TestService service;

  @BeforeAll
  static void start() {
    service = start(folder, new Access(List.of(), 0, List.of(), List.of(SITE)));
  }

  private static TestService start(Path index, Access access) {
    return TestService.start(
        index, options -> options.withMcp().withAccess(access).withLimits(PATIENT));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static McpSyncClient client() {
    return McpClient.sync(
            HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + service.port())
                .endpoint("/mcp")
                .build())
        .build();
  }

  @Test
  void answersTheClientOfTheSdk() {
    try (McpSyncClient client = client()) {
      assertThat(client.initialize().serverInfo().name()).isEqualTo("akin");
      assertThat(client.getServerInstructions()).contains("Nothing found");
      assertThat(client.listTools().tools())
          .extracting(Tool::name)
          .containsExactly("search", "related", "paper", "library");
      CallToolResult related =
          client.callTool(
              CallToolRequest.builder("related")
                  .arguments(Map.of("id", List.of("east"), "explain", false))
                  .build());
      assertThat(related.isError()).isFalse();
      assertThat(text(related))
          .startsWith(
              "Related to: Trees facing sunrise (2021), id east\n1. Trees facing a cold wind");
      CallToolResult unknown =
          client.callTool(CallToolRequest.builder("paper").arguments(Map.of("id", "nope")).build());
      assertThat(unknown.isError()).isTrue();
      TextResourceContents paper =
          (TextResourceContents)
              client
                  .readResource(ReadResourceRequest.builder("akin://paper/west").build())
                  .contents()
                  .getFirst();
      assertThat(paper.text()).startsWith("Rivers at sunset (2024), id west\n");
    }
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().getFirst()).text();
  }

  @Test
  void answersLibraries() {
    String library = "@misc{k1, title = {Trees facing sunrise}, author = {Ada east}}";
    try (McpSyncClient client = client()) {
      client.initialize();
      CallToolResult result =
          client.callTool(
              CallToolRequest.builder("library").arguments(Map.of("library", library)).build());
      assertThat(text(result))
          .contains("1 entry, 1 in the index", "closest to “Trees facing sunrise”");
    }
  }

  @Test
  void hidesWhatFailsInside() {
    HttpResponse<String> response =
        service.post(
            "/mcp",
            """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call",
             "params": {"name": "related", "arguments": {"text": "a cold wind"}}}""");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).at("/result/isError").asBoolean()).isTrue();
    assertThat(response.body()).contains("internal error; see ").doesNotContain("no model here");
  }

  @Test
  void acceptsNotificationsWithoutAnAnswer() {
    HttpResponse<String> response =
        service.post("/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void refusesScriptsOfOtherSites() {
    HttpResponse<String> evil = service.post("/mcp", PING, "Origin", "https://evil.example");
    assertThat(evil.statusCode()).isEqualTo(403);
    assertThat(json(evil).path("detail").asString()).contains("--cors");
    // A name that was bound to this machine afterwards.
    String own = "http://127.0.0.1:" + service.port();
    assertThat(service.post("/mcp", PING, "Origin", own).statusCode()).isEqualTo(403);
    assertThat(service.post("/mcp", PING, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(service.post("/mcp", PING, "Origin", SITE).body()).isEqualTo(PONG);
    assertThat(service.post("/mcp", PING).body()).isEqualTo(PONG);
  }

  @Test
  void letsTheSitesOfCorsSendTheHeadersOfTheProtocol() {
    HttpResponse<String> preflight =
        service.send(
            service
                .request(
                    "/mcp",
                    "Origin",
                    SITE,
                    "Access-Control-Request-Method",
                    "POST",
                    "Access-Control-Request-Headers",
                    "content-type,mcp-protocol-version")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(header(preflight, "Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
        .contains("mcp-protocol-version");
  }

  @Test
  void needsTheKeyAndKeepsToTheRate(@TempDir Path other) {
    String key = "0123456789abcdef";
    try (TestService keyed = start(other, new Access(List.of(key), 1, List.of(), List.of()))) {
      assertThat(keyed.post("/mcp", PING).statusCode()).isEqualTo(401);
      assertThat(keyed.post("/mcp", PING, "X-API-Key", "wrong-wrong-wrong").statusCode())
          .isEqualTo(401);
      assertThat(keyed.post("/mcp", PING, "X-API-Key", key).body()).isEqualTo(PONG);
      assertThat(
              IntStream.range(0, 20)
                  .mapToObj(_ -> keyed.post("/mcp", PING, "Authorization", "Bearer " + key)))
          .anyMatch(response -> response.statusCode() == 429);
    }
  }

  @Test
  void refusesALargeBodyAtItsHeader() throws IOException {
    String head = "POST /mcp HTTP/1.1\r\nHost: akin\r\nContent-Type: application/json\r\n";
    try (Wire wire = Wire.to(service.port())) {
      assertThat(wire.ask(head + "Content-Length: " + (10 << 20) + "\r\n\r\n").status())
          .isEqualTo(413);
    }
    assertThat(service.post("/mcp", PING).body()).isEqualTo(PONG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json | -32600",
        "[] | -32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":1} | -32600"
      })
  void refusesWhatIsNoMessage(String body, int code) {
    HttpResponse<String> response = service.post("/mcp", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).at("/error/code").asInt()).isEqualTo(code);
    assertThat(response.body()).doesNotContain("Trace");
  }

  @Test
  void refusesOtherTypesVersionsAndMethods() {
    assertThat(
            service
                .send(
                    service
                        .request("/mcp", "Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(PING)))
                .statusCode())
        .isEqualTo(415);
    HttpResponse<String> version = service.post("/mcp", PING, "MCP-Protocol-Version", "1999-01-01");
    assertThat(version.statusCode()).isEqualTo(400);
    assertThat(json(version).path("detail").asString()).contains("2025-11-25");
    assertThat(service.post("/mcp?session=1", PING).statusCode()).isEqualTo(400);
    HttpResponse<String> get = service.get("/mcp");
    assertThat(get.statusCode()).isEqualTo(405);
    assertThat(header(get, "Allow")).isEqualTo("POST");
  }

  @Test
  void isOffUnlessAskedFor(@TempDir Path other) {
    try (TestService usual = TestService.start(other)) {
      HttpResponse<String> response = usual.post("/mcp", PING);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(json(response).path("detail").asString()).contains("--mcp");
    }
  }
}
