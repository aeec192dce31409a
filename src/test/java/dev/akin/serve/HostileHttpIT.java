package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Embedders;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.guard.Access;
import dev.akin.serve.monitor.AccessLogEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What no client would send, over a socket: refused with a reason, and the connection is as it
/// should be for whatever comes next.
class HostileHttpIT {
  private static final String RELATED = "/v1/related";
  private static final int LIMIT_BYTES = TestModels.LIMITS.bodyBytes();
  private static final List<AccessLogEntry> LOG = new CopyOnWriteArrayList<>();

  @TempDir private static Path folder;
  private static PaperIndex index;
  private static AkinServer server;

  @BeforeAll
  static void start() {
    HostilePapers.write(folder);
    index = new LuceneStore(folder).open(PaperIndex.Check.FILES);
    server =
        AkinServer.start(
            index,
            new Recommender(index, HostileHttpIT::noModel),
            new TestModels(() -> false),
            ServeOptions.at("127.0.0.1", 0, "9.8.7-secret")
                .withLimits(TestModels.LIMITS)
                .withAccess(new Access(List.of(), 1_000, List.of(), List.of()))
                .withLog(LOG::add));
  }

  private static Embedders noModel() {
    throw new IllegalStateException("no model here");
  }

  @AfterAll
  static void stop() {
    server.close();
    index.close();
  }

  @Test
  void refusesABodyOneByteTooLongByItsLength() throws IOException {
    // Only the head: the server does not wait for what it will not read, and closes while a body
    // that was sent would still be on its way.
    refused(head("Content-Length: " + (LIMIT_BYTES + 1)), 413);
    // A body of just the limit is read: what is wrong then is that nobody reads texts here.
    assertThat(answer(Wire.post(RELATED, jsonOf(LIMIT_BYTES))).status()).isNotEqualTo(413);
  }

  @Test
  void refusesABodyOneByteTooLongInChunks() throws IOException {
    StringBuilder request = new StringBuilder(head("Transfer-Encoding: chunked"));
    String json = jsonOf(LIMIT_BYTES + 1);
    for (int from = 0; from < json.length(); from += 4096) {
      String chunk = json.substring(from, Math.min(json.length(), from + 4096));
      request.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk);
      request.append("\r\n");
    }
    refused(request.append("0\r\n\r\n").toString(), 413);
  }

  private static String jsonOf(int sizeBytes) {
    String json = "{\"positives\":[{\"text\":\"\"}]}";
    return json.replace("\"\"", '"' + "a".repeat(sizeBytes - json.length()) + '"');
  }

  @Test
  void refusesAPackedBody() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[1 << 20]);
    }
    String length = "Content-Length: " + packed.size();
    try (Wire wire = Wire.to(server.port())) {
      wire.write(head(length, "Content-Encoding: gzip"));
      wire.write(packed.toByteArray());
      Wire.Answer answer = wire.read();
      requireProblem(answer, 415);
      requireRightState(wire, answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "{\"positives\":[{\"id\":\"a\"}]",
        "{\"positives\":[{\"id\":\"a\"}]} {}",
        "{\"positives\":[{\"id\":\"a\"}],\"positives\":[{\"id\":\"b\"}]}",
        "{\"positives\":[{\"id\":\"a\",\"id\":\"b\"}]}",
        "{\"positives\":[{\"id\":\"a\"}],\"limit\":NaN}",
        "{\"positives\":[{\"id\":\"a\"}],\"limit\":1e999999999}",
        "{\"positives\":[{\"id\":\"a\"}],\"limit\":2000000000}",
        "{\"positives\":[{\"id\":\"a\"}],\"limit\":0}",
        "{\"positives\":[{\"id\":\"a\"}],\"limit\":2.5}",
        "{\"positives\":[{\"id\":\"a\"}],\"offset\":1}",
        "{\"positives\":[{\"id\":\"a\",\"weight\":-1}]}",
        "{\"positives\":[{\"id\":\"a\",\"weight\":1e400}]}",
        "{\"positives\":[{\"id\":\"\\ud800\"}]}",
        "{\"positives\":{\"id\":\"a\"}}",
        "{\"positives\":[{\"id\":7}]}",
        "{\"positives\":[[]]}",
      })
  void refusesWhatIsNoQuestion(String body) throws IOException {
    refused(Wire.post(RELATED, body), 400);
  }

  @Test
  void refusesDeepJson() throws IOException {
    refused(Wire.post(RELATED, "[".repeat(100_000)), 400);
    refused(Wire.post(RELATED, "{\"positives\":".repeat(15_000)), 400);
  }

  @Test
  void refusesManyExamplesAndQuestions() throws IOException {
    String examples = "{\"id\":\"plain\"},".repeat(5_000) + "{\"id\":\"plain\"}";
    refused(Wire.post(RELATED, "{\"positives\":[" + examples + "]}"), 400);
    String queries = "{\"queries\":[" + "{},".repeat(32) + "{}]}";
    refused(Wire.post(RELATED + "/batch", queries), 400);
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws IOException {
    byte[] bytes =
        "{\"positives\":[{\"id\":\"\u00ff\u00fe\"}]}".getBytes(StandardCharsets.ISO_8859_1);
    try (Wire wire = Wire.to(server.port())) {
      wire.write(head("Content-Length: " + bytes.length));
      wire.write(bytes);
      Wire.Answer answer = wire.read();
      requireProblem(answer, 400);
      requireRightState(wire, answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/json; charset=\"iso-8859-1\"",
        ";",
        "json",
      })
  void refusesOtherContentTypes(String type) throws IOException {
    String body = "{\"positives\":[{\"id\":\"plain\"}]}";
    String request =
        Wire.post(RELATED, body).replace("Content-Type: application/json", "Content-Type: " + type);
    refused(request, 415);
    refused(request.replace("Content-Type: " + type + "\r\n", ""), 415);
  }

  @Test
  void refusesLongHeadersAndAddresses() throws IOException {
    refused("GET / HTTP/1.1\r\nHost: akin\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n", 431);
    refused(Wire.get("/v1/papers/" + "a".repeat(9_000)), 414);
    StringBuilder many = new StringBuilder("GET / HTTP/1.1\r\nHost: akin\r\n");
    for (int i = 0; i < 2_000; i++) {
      many.append("X-").append(i).append(": b\r\n");
    }
    refused(many.append("\r\n").toString(), 431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5, 6",
        "Content-Length: -1",
        "Content-Length: +5",
        "Content-Length: 99999999999999999999",
        "Content-Length: 0x5",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Content-Length : 5",
      })
  void refusesABodyWithoutOneClearLengthAndCloses(String framing) throws IOException {
    try (Wire wire = Wire.to(server.port())) {
      wire.write(head(framing) + "0\r\n\r\n" + Wire.get("/v1/info"));
      Wire.Answer answer = wire.read();
      assertThat(answer.status()).as(framing).isIn(400, 413, 501);
      requireProblem(answer, answer.status());
      assertThat(wire.isClosed()).as("what follows is not read as a request").isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TRACE /v1/info HTTP/1.1,     405",
    "BREW /v1/info HTTP/1.1,      405",
    "PUT /v1/related HTTP/1.1,    405",
    "DELETE /v1/paper HTTP/1.1,   405",
    "PROPFIND /v1/info HTTP/1.1,  405",
    "GET / HTTP/9.9,              505",
    "GET HTTP/1.1,                400",
    "GET /\u0001 HTTP/1.1,        400",
  })
  void refusesOtherRequests(String line, int status) throws IOException {
    try (Wire wire = Wire.to(server.port())) {
      wire.write(line.strip() + "\r\nHost: akin\r\nCookie: secret=1\r\n\r\n");
      Wire.Answer answer = wire.read();
      assertThat(answer.status()).as(line).isBetween(400, 505).isNotEqualTo(500);
      assertThat(List.of(status, 400, 404, 405, 501, 505)).contains(answer.status());
      requireProblem(answer, answer.status());
      assertThat(answer.body()).doesNotContain("secret=1");
    }
  }

  @Test
  void takesHttp10AndRequestsBackToBack() throws IOException {
    try (Wire wire = Wire.to(server.port())) {
      wire.write(Wire.get("/livez").repeat(3));
      for (int i = 0; i < 3; i++) {
        assertThat(wire.read().body()).isEqualTo("ok");
      }
    }
    try (Wire wire = Wire.to(server.port())) {
      assertThat(wire.ask("GET /livez HTTP/1.0\r\n\r\n").body()).isEqualTo("ok");
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=2000000000",
        "limit=1000000",
        "limit=1e9",
        "limit=NaN",
        "limit=",
        "limit=1&limit=1",
        "limit=99999999999999999999",
        "limit=0x10",
        "limit=%2B5%20",
        "offset=1000000000",
        "k=5",
        "page=2",
        "Limit=5",
        "limit[]=5",
        "diversity=",
        "diversity=Infinity",
        "perAuthor=-2147483648",
        "floor=-0.1",
        "floor=1e999",
        "from=0000",
        "from=2024-13",
        "from=2023-02-30",
        "from=2024%00",
        "to=99999",
        "mode=HYBRID%0d%0a",
        "fields=nothing",
        "fields=",
        "category=",
        "category=%20",
        "author=",
        "format=exe",
        "format=../json",
        "explain=TRUE",
        "%00=1",
        "id=plain%zz",
      })
  void refusesParametersThatAreNotAllowed(String parameter) throws IOException {
    refused(Wire.get("/v1/related?id=plain&" + parameter), 400);
  }

  @Test
  void refusesThousandsOfFilters() throws IOException {
    refused(Wire.get("/v1/related?id=plain" + "&category=a".repeat(700)), 400);
    refused(Wire.get("/v1/related?id=plain" + "&author=a".repeat(1_500)), 414);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "2024", "%00", "9999-99-99~a", "MjAyNA==", "-1"})
  void refusesPlacesInTheListThatItDidNotGive(String after) throws IOException {
    refused(Wire.get("/v1/papers?after=" + after), 400);
  }

  @Test
  void takesQuestionsOfAnySize() throws IOException {
    try (Wire wire = Wire.to(server.port())) {
      String words = "%5B%28%2A%3A+AND+OR+".repeat(200);
      assertThat(wire.ask(Wire.get("/v1/search?mode=lexical&q=" + words)).status()).isLessThan(500);
      String many = "/v1/related?mode=lexical&limit=200&id=plain" + "&author=a".repeat(100);
      assertThat(wire.ask(Wire.get(many)).status()).isEqualTo(200);
      requireNextIsRight(wire);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/papers/a%0d%0aSet-Cookie:%20x=1",
        "/v1/paper?id=a%0d%0aSet-Cookie:%20x=1",
        "/v1/search?q=%0d%0aX-Injected:%201%0d%0a%0d%0a%3Chtml%3E",
        "/v1/related?id=plain&a%0d%0aX-Injected:%201=1",
        "/paper?id=%3Cscript%3Ealert(1)%3C/script%3E",
        "/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/?category=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "/%0d%0aSet-Cookie:%20x=1",
      })
  void keepsWhatAClientSaysOutOfHeadersAndPages(String path) throws IOException {
    Wire.Answer answer = answer(Wire.get(path));
    assertThat(answer.headers()).doesNotContainKeys("set-cookie", "x-injected");
    assertThat(withoutOwnScript(answer)).doesNotContain("<script", "<img", "<html>");
    // A phrase needs the model, which is not here: that is a 500 on purpose.
    assertThat(answer.status()).isIn(200, 400, 404, 500);
    requireSilence(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host: other.example", "Host: other.example:1", "X-Forwarded-Host: other.example"})
  void neverRepeatsTheHost(String header) throws IOException {
    for (String path : List.of("/", "/v1/papers", "/v1/papers?format=atom", "/v1/nothing")) {
      String host = header.startsWith("Host") ? "" : "Host: akin\r\n";
      Wire.Answer answer = answer("GET " + path + " HTTP/1.1\r\n" + host + header + "\r\n\r\n");
      assertThat(answer.body()).doesNotContain("other.example");
      assertThat(String.join(" ", answer.headers().values())).doesNotContain("other.example");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host: a\r\nHost: b\r\n", "Host: a b\r\n", "Host: a/../b\r\n"})
  void refusesNoHostOrTwo(String hosts) throws IOException {
    try (Wire wire = Wire.to(server.port())) {
      requireProblem(wire.ask("GET /v1/info HTTP/1.1\r\n" + hosts + "\r\n"), 400);
    }
  }

  @Test
  void doesNotBelieveWhoeverSaysTheyAreForwarded() throws IOException {
    LOG.clear();
    for (int i = 0; i < 20; i++) {
      answer("GET /livez HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 10.0.0." + i + "\r\n\r\n");
    }
    assertThat(LOG).extracting(AccessLogEntry::client).containsOnly("127.0.0.1");
  }

  @Test
  void hidesWhatItIs() throws IOException {
    for (String path :
        List.of("/v1/nothing", "/v1/related?text=fails", "/paper?id=no", "/v1/papers/%2e%2e%2f")) {
      Wire.Answer answer = answer(Wire.get(path));
      assertThat(answer.status()).as(path).isGreaterThanOrEqualTo(400);
      assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by");
      requireSilence(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?category=cs.XX", "/paper?id=script", "/paper?id=plain"})
  void showsHostileTitlesAsText(String path) throws IOException {
    Wire.Answer answer = answer(Wire.get(path));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(withoutOwnScript(answer).toLowerCase(Locale.ROOT))
        .doesNotContain(
            "<script", "<img", "<svg", "<iframe", "javascript:", "data:text", "onerror=\"")
        .doesNotContainPattern("(href|src)=\"(?!/|#(?:main|filters)\"|https?://)");
  }

  /// A page without the one script that belongs to it.
  private static String withoutOwnScript(Wire.Answer page) {
    return page.body()
        .replaceFirst("<script type=\"module\" src=\"/assets/[0-9a-f]+/page.js\"></script>", "");
  }

  @Test
  void writesHostileTitlesAsTextOfEveryForm() throws IOException {
    for (String format : List.of("json", "atom", "csv", "bibtex", "ris", "csl-json")) {
      Wire.Answer answer = answer(Wire.get("/v1/papers?limit=50&format=" + format));
      assertThat(answer.status()).as(format).isEqualTo(200);
      assertThat(answer.header("Content-Type")).doesNotContain("html");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      if (format.equals("csv")) {
        assertThat(answer.body().lines().flatMap(line -> Arrays.stream(line.split(",", -1))))
            .noneMatch(cell -> cell.matches("\"?[=+@\\t-].*"));
      }
      if (format.equals("atom")) {
        assertThat(answer.body()).doesNotContain("<script", "<img", "href=\"javascript:");
      }
    }
  }

  private static String head(String... headers) {
    return "POST /v1/related HTTP/1.1\r\nHost: akin\r\nContent-Type: application/json\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  private static Wire.Answer answer(String request) throws IOException {
    try (Wire wire = Wire.to(server.port())) {
      return wire.ask(request);
    }
  }

  private static void refused(String request, int status) throws IOException {
    try (Wire wire = Wire.to(server.port())) {
      Wire.Answer answer = wire.ask(request);
      requireProblem(answer, status);
      requireRightState(wire, answer);
    }
  }

  /// It is closed where it was said that it would be, and else takes the next request.
  private static void requireRightState(Wire wire, Wire.Answer answer) throws IOException {
    if (answer.closes()) {
      assertThat(wire.isClosed()).isTrue();
    } else {
      requireNextIsRight(wire);
    }
  }

  private static void requireNextIsRight(Wire wire) throws IOException {
    Wire.Answer next = wire.ask(Wire.get("/v1/papers/plain"));
    assertThat(next.status()).as("the next request").isEqualTo(200);
    assertThat(next.body()).contains("\"id\":\"plain\"");
  }

  private static void requireProblem(Wire.Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json; charset=utf-8");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    requireSilence(answer);
  }

  private static void requireSilence(Wire.Answer answer) {
    assertThat(answer.body())
        .doesNotContain("Exception", "\tat ", "dev.akin", "org.eclipse", "jackson", "no model here")
        .doesNotContain("9.8.7", "Jetty", "Javalin", folder.toString(), "/builds/");
  }
}
