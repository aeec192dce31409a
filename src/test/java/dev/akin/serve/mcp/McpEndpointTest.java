package dev.akin.serve.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.Resources;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.SmallIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Messages of clients, and what akin answers, over five papers.
class McpEndpointTest {
  @TempDir private static Path folder;
  private static PaperIndex index;
  private static McpEndpoint endpoint;

  @BeforeAll
  static void open() {
    SmallIndex.write(folder);
    index = new LuceneStore(folder).open(PaperIndex.Check.NOTHING);
    endpoint = McpEndpoint.of(new PlainAnswers(index), "test");
  }

  @AfterAll
  static void close() {
    index.close();
  }

  /// A message as a client sent it, and the answer to it.
  record Frames(String sent, String received) {
    @Override
    public String toString() {
      return sent;
    }
  }

  /// Recorded with a client; each pair is a line that begins with `>` and one with `<`.
  static List<Frames> recorded() {
    List<String> lines = Resources.lines(McpEndpointTest.class, "frames.txt");
    List<Frames> frames = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      frames.add(new Frames(lines.get(i).substring(2), lines.get(i + 1).substring(2)));
    }
    return frames;
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void answersAsRecorded(Frames frames) {
    assertThat(json(endpoint.answer(frames.sent).json())).isEqualTo(json(frames.received));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static JsonNode result(String tool, String arguments) {
    McpReply reply =
        endpoint.answer(
            """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call",
             "params": {"name": "%s", "arguments": %s}}"""
                .formatted(tool, arguments));
    assertThat(reply.kind()).isEqualTo(McpReply.Kind.ANSWERED);
    return json(reply.json()).path("result");
  }

  private static String text(JsonNode result) {
    return result.at("/content/0/text").asString();
  }

  private static JsonNode tools() {
    String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    return json(endpoint.answer(message).json()).at("/result/tools");
  }

  @Test
  void everyToolOnlyReads() {
    assertThat(tools())
        .hasSize(4)
        .allSatisfy(tool -> assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue());
  }

  /// What the list of tools says of arguments is what akin reads.
  @Test
  void describesAllArgumentsAndNoOthers() {
    for (JsonNode tool : tools()) {
      String known = text(result(tool.path("name").asString(), "{\"zzz\": 1}"));
      assertThat(known).startsWith("zzz: unknown field. Known fields: ");
      assertThat(known.substring(known.lastIndexOf(": ") + 2).split(", ", -1))
          .containsExactlyInAnyOrderElementsOf(tool.at("/inputSchema/properties").propertyNames());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search  | {}                                 | q: is missing",
        "search  | {\"q\": 5}                         | q: must be a string",
        "search  | {\"q\": \"wind\", \"limit\": \"3\"} | limit: must be a whole number",
        "search  | {\"q\": \"wind\", \"limit\": 500}  | limit: must be from 1 to 200, not 500",
        "search  | {\"q\": \"wind\", \"limt\": 3}     | limt: unknown field. Known fields: abstracts, access",
        "search  | {\"q\": \"wind\", \"from\": \"x\"} | from: ",
        "search  | {\"q\": \"wind\", \"category\": \"geo.est\"} | did you mean geo.east, geo.west",
        "related | {}                                 | id: is missing; give an id or a text",
        "related | {\"id\": \"eest\"}                 | did you mean east, west? Find its id with the tool search.",
        "related | {\"id\": \"void\"}                 | Give other papers, or a text with more words.",
        "related | {\"id\": \"east\", \"aspect\": \"colour\"} | aspect: must be problem, method or result",
        "paper   | {\"id\": \"nope\"}                 | no paper has the id \"nope\". Find its id",
        "library | {\"library\": \"\"}                | library: is missing",
        "library | {\"library\": \"nothing in it\"}   | the file",
        "related | {\"text\": \"wind\"}               | failed: no model here"
      })
  void saysInWordsWhatIsWrong(String tool, String arguments, String expected) {
    JsonNode result = result(tool, arguments);
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(text(result)).contains(expected);
  }

  @Test
  void saysThatNothingIsAnAnswer() {
    JsonNode result = result("related", "{\"id\": \"east\", \"from\": \"2030\"}");
    assertThat(result.path("isError").asBoolean()).isFalse();
    assertThat(text(result)).endsWith("Nothing found. No papers found.");
  }

  @Test
  void addsAbstractsOnlyIfTheyAreWanted() {
    String related = "{\"id\": \"east\", \"explain\": false, \"abstracts\": %s}";
    assertThat(text(result("related", related.formatted("true"))))
        .contains("   Abstract: About Trees facing a cold wind");
    assertThat(text(result("related", related.formatted("false")))).doesNotContain("Abstract");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":{\"a\":1},\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"
      })
  void refusesWhatIsNoMessage(String message) {
    McpReply reply = endpoint.answer(message);
    assertThat(reply.kind()).isEqualTo(McpReply.Kind.REFUSED);
    assertThat(json(reply.json()).at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(json(reply.json()).path("id").isNull()).isTrue();
    assertThat(reply.json()).doesNotContain("Trace", "modelcontextprotocol");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tools/call     | 5                                       | -32602",
        "tools/call     | {\"name\": \"search\", \"arguments\": \"x\"} | -32602",
        "tools/call     | {\"name\": {}}                          | -32602",
        "tools/call     | {\"name\": \"delete\"}                  | -32602",
        "initialize     | []                                      | -32602",
        "resources/read | {\"uri\": \"akin://paper/nope\"}        | -32002",
        "resources/read | {\"uri\": \"akin://paper/%zz\"}         | -32002",
        "resources/read | {\"uri\": \"file:///etc/passwd\"}       | -32002",
        "roots/list     | {}                                      | -32601"
      })
  void answersWrongRequestsWithTheCodesOfTheProtocol(String method, String params, int code) {
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"%s\",\"params\":%s}"
            .formatted(method, params);
    JsonNode answer = json(endpoint.answer(message).json());
    assertThat(answer.at("/error/code").asInt()).isEqualTo(code);
    assertThat(answer.path("id").asString()).isEqualTo("a");
    assertThat(answer.toString()).doesNotContain("Exception", "io.modelcontextprotocol");
  }

  @Test
  void readsAPaperWhoseIdHasASlash(@TempDir Path other) {
    SmallIndex.write(other);
    SmallIndex.addOne(other, "10.1145/3+4", 0, -1);
    String message =
        """
        {"jsonrpc": "2.0", "id": 1, "method": "resources/read",
         "params": {"uri": "akin://paper/10.1145%2F3+4"}}""";
    try (PaperIndex opened = new LuceneStore(other).open(PaperIndex.Check.NOTHING)) {
      McpEndpoint endpoint = McpEndpoint.of(new PlainAnswers(opened), "test");
      assertThat(json(endpoint.answer(message).json()).at("/result/contents/0/text").asString())
          .startsWith("Title of 10.1145/3+4 (2025), id 10.1145/3+4\nauthors: Ada 10.1145/3+4\n");
    }
  }
}
