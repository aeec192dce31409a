package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Waiting;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SmallIndex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service as a client sees it: a real server on a free port.
class AkinServerIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration SOON = Duration.ofMillis(20);

  private static final AtomicBoolean MODEL_READY = new AtomicBoolean(true);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static PaperIndex index;
  private static AkinServer server;

  @BeforeAll
  static void start() {
    SmallIndex.write(folder);
    index = new LuceneStore(folder).open(PaperIndex.Check.FILES);
    server = start(index, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
    CLIENT.close();
    index.close();
  }

  private static AkinServer start(PaperIndex index, int port) {
    Recommender recommender =
        new Recommender(
            index,
            () -> {
              throw new IllegalStateException("no model here");
            });
    return AkinServer.start(index, recommender, new TestModels(MODEL_READY::get), options(port));
  }

  private static ServeOptions options(int port) {
    return ServeOptions.at("127.0.0.1", port, "test")
        .withRefreshEvery(SOON)
        .withLimits(TestModels.LIMITS);
  }

  @Test
  void filtersByHoldingAndFindsNothingWhereNoneIsKnown() {
    JsonNode answer =
        json("/v1/related?id=east&access=open&access=metadata-only&source=a&collection=b");
    assertThat(answer.at("/results")).isEmpty();
    assertThat(answer.at("/query/filter").toString())
        .isEqualTo(
            "{\"access\":[\"open\",\"metadata-only\"],\"collection\":[\"b\"],\"source\":[\"a\"]}");
  }

  @Test
  void recommends() {
    JsonNode answer = json("/v1/related?id=east&mode=semantic&limit=2");
    assertThat(texts(answer.path("results"), "id")).containsExactly("northeast", "north");
    assertThat(answer.at("/results/0/cosine").asDouble()).isEqualTo(0.707107);
    assertThat(answer.at("/results/0/rank").asInt()).isEqualTo(1);
    assertThat(answer.at("/results/0/date").asString()).isEqualTo("2022-05");
    assertThat(answer.at("/query/positives/0/id").asString()).isEqualTo("east");
    assertThat(answer.at("/model/name").asString()).isEqualTo("plane");
    assertThat(answer.at("/index/commit").asInt()).isEqualTo(2);
    assertThat(answer.at("/index/papers").asInt()).isEqualTo(5);
  }

  @Test
  void recommendsForAnIdInThePath() {
    assertThat(texts(json("/v1/papers/east/related?mode=semantic&limit=1").path("results"), "id"))
        .containsExactly("northeast");
  }

  @Test
  void takesSeveralIdsAndNots() {
    JsonNode answer = json("/v1/related?id=northeast&not=east&mode=semantic&limit=1");
    assertThat(texts(answer.path("results"), "id")).containsExactly("north");
  }

  @Test
  void marksPapersThatAreKnownByTheirTitle() {
    JsonNode results = json("/v1/related?id=east&mode=semantic").path("results");
    assertThat(results.get(2).path("id").asString()).isEqualTo("west");
    assertThat(results.get(2).path("titleOnly").asBoolean()).isTrue();
    assertThat(results.get(0).has("titleOnly")).isFalse();
  }

  @Test
  void searchesByWords() {
    JsonNode answer = json("/v1/search?q=cold+wind&mode=lexical");
    assertThat(texts(answer.path("results"), "id")).containsExactlyInAnyOrder("northeast", "north");
    assertThat(answer.at("/results/0/cosine").isNull()).isTrue();
  }

  @Test
  void takesHowExamplesArePutTogether() {
    // North is at 45° from the northeast, the better of the two.
    JsonNode best = json("/v1/related?id=east&id=northeast&mode=semantic&strategy=best");
    assertThat(best.at("/query/strategy").asString()).isEqualTo("best");
    assertThat(best.at("/results/0/id").asString()).isEqualTo("north");
    assertThat(best.at("/results/0/cosine").asDouble()).isEqualTo(0.707107);
    JsonNode average = json("/v1/related?id=east&id=northeast&mode=semantic&strategy=average");
    // The mean is at 22.5°; sin 22.5° = 0.382683.
    assertThat(average.at("/results/0/cosine").asDouble()).isEqualTo(0.382683);
    assertThat(average.path("query").has("strategy")).isFalse();
  }

  @Test
  void takesDiversityAndFloorAndABoundOnAnAuthorsPapers() {
    JsonNode answer =
        json("/v1/related?id=northeast&mode=semantic&diversity=1&perAuthor=2&floor=0.5");
    // East and north are at 0.7071 and 90° from each other; the west is at -0.7071.
    assertThat(texts(answer.path("results"), "id")).hasSize(3);
    assertThat(answer.at("/query/diversity").asDouble()).isEqualTo(1);
    assertThat(answer.at("/query/perAuthor").asInt()).isEqualTo(2);
    assertThat(answer.at("/query/floor").asDouble()).isEqualTo(0.5);
    // Five papers say nothing about chance.
    assertThat(answer.at("/results/0/rarity").isNull()).isTrue();
    assertThat(answer.path("belowFloor").asInt()).isZero();
  }

  @Test
  void refusesNothingThatIsLeftAsUsual() {
    String usual = "&strategy=average&diversity=0&perAuthor=0&explain=false&exact=false";
    assertThat(json("/v1/related?id=east" + usual)).isEqualTo(json("/v1/related?id=east"));
  }

  @Test
  void givesOnePaper() {
    assertThat(json("/v1/paper?id=east").at("/paper/title").asString())
        .isEqualTo("Trees facing sunrise");
    assertThat(json("/v1/papers/east").at("/paper/authors/0").asString()).isEqualTo("Ada east");
  }

  @Test
  void browsesNewestFirstAndPagesToTheEnd() {
    List<String> seen = new ArrayList<>();
    String next = "";
    for (int page = 0; page < 3; page++) {
      JsonNode answer = json("/v1/papers?limit=2" + next);
      seen.addAll(texts(answer.path("results"), "id"));
      next = "&after=" + answer.path("next").asString("");
    }
    assertThat(seen).containsExactly("west", "north", "northeast", "east", "void");
  }

  @Test
  void filters() {
    assertThat(texts(json("/v1/papers?from=2022&to=2023-05").path("results"), "id"))
        .containsExactly("north", "northeast");
    assertThat(texts(json("/v1/papers?category=geo.west&category=geo.east").path("results"), "id"))
        .containsExactly("west", "east");
    assertThat(texts(json("/v1/papers?author=ada+NORTH").path("results"), "id"))
        .containsExactly("north");
  }

  @Test
  void saysWhatItIs() {
    JsonNode info = json("/v1/info");
    assertThat(info.path("version").asString()).isEqualTo("test");
    assertThat(info.at("/model/dimension").asInt()).isEqualTo(2);
    assertThat(info.at("/index/vectors").asInt()).isEqualTo(4);
    assertThat(info.at("/limits/limit").asInt()).isEqualTo(200);
  }

  @Test
  void isAliveBeforeItIsReady() {
    MODEL_READY.set(false);
    assertThat(get("/livez").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    MODEL_READY.set(true);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesABrokenEscapeInsteadOfLeavingTheFilterOut() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request =
          "GET /v1/related?id=east&category=%zz HTTP/1.1\r\nHost: akin\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }
  }

  @Test
  void answersHeadAsGet() {
    assertThat(head("/v1/papers/east")).isEqualTo(200);
    assertThat(head("/v1/papers/nobody")).isEqualTo(404);
  }

  private static int head(String path) {
    return send(HttpRequest.newBuilder(uri(server, path)).HEAD().build()).statusCode();
  }

  @Test
  void followsNewCommits(@TempDir Path growing) {
    SmallIndex.write(growing);
    try (PaperIndex opened = new LuceneStore(growing).open(PaperIndex.Check.FILES);
        AkinServer following = start(opened, 0)) {
      SmallIndex.addOne(growing, "eastbynorth", 1, 0.1f);
      String path = "/v1/related?id=east&mode=semantic&limit=1";
      Waiting.until(() -> get(following, path).body().contains("\"id\":\"eastbynorth\""));
      assertThat(get(following, path).body()).contains("\"commit\":3");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/related,                        400, id",
    "/v1/related?id=,                    400, id",
    "MANY,                               400, id",
    "/v1/related?id=east&limit=0,        400, limit",
    "/v1/related?id=east&limit=201,      400, limit",
    "/v1/related?id=east&limit=2e9,      400, limit",
    "/v1/related?id=east&limit=5&limit=6,400, limit",
    "/v1/related?id=east&mode=best,      400, mode",
    "/v1/related?id=east&exact=yes,      400, exact",
    "/v1/related?id=east&strategy=worst, 400, strategy",
    "/v1/related?id=east&strategy=BEST,  400, strategy",
    "/v1/related?id=east&diversity=1.1,  400, diversity",
    "/v1/related?id=east&diversity=-0.1, 400, diversity",
    "/v1/related?id=east&diversity=NaN,  400, diversity",
    "/v1/related?id=east&diversity=much, 400, diversity",
    "/v1/related?id=east&perAuthor=-1,   400, perAuthor",
    "/v1/related?id=east&perAuthor=1.5,  400, perAuthor",
    "/v1/related?id=east&access=closed,  400, access",
    "/v1/related?id=east&collection=%20, 400, collection",
    "/v1/papers?source=,                 400, source",
    "/v1/related?id=east&floor=-1,       400, floor",
    "/v1/related?id=east&floor=Infinity, 400, floor",
    "/v1/related?id=east&floor=high,     400, floor",
    "/v1/related?id=east&explain=1,      400, explain",
    "/v1/related?id=east&floor=1&floor=2,400, floor",
    "/v1/search?q=wind&diversity=2,      400, diversity",
    "/v1/papers?diversity=0.5,           400, diversity",
    "/v1/related?id=east&from=May,       400, from",
    "/v1/related?id=east&from=2025&to=2024,400, from",
    "/v1/related?id=east&limt=5,         400, limt",
    "/v1/papers?after=x,                 400, after",
    "/v1/search,                         400, q",
    "/v1/search?q=wind&aspect=method,    400, aspect",
    "/v1/related?id=east&aspect=methods, 400, aspect",
    "/v1/related?id=east&aspect=method&mode=lexical, 400, aspect",
    "/v1/related?id=west&aspect=method,  422,",
    "/v1/related?id=nobody,              404, id",
    "/v1/papers/nobody,                  404, id",
    "/v1/papers/nobody/related,          404, id",
    "/v1/related?id=void&mode=semantic,  422,",
    "/v1/related?id=void,                422,",
    "/v1/related?text=%00,               422,",
    "/v1/related?id=east&not=nobody,     404, not",
    "/v1/papers/%20/related,             400, id",
    "/v1/nothing,                        404,"
  })
  void answersWhatIsWrongAsProblemJson(String path, int status, String field) {
    HttpResponse<String> response =
        get(
            path.equals("MANY")
                ? "/v1/related?" + "id=a&text=b&".repeat(59) + "id=a&text=b"
                : path.strip());
    assertThat(response.statusCode()).as(path).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("field").asString(null)).isEqualTo(field);
  }

  @Test
  void suggestsIdsForAnUnknownOne() {
    assertThat(get("/v1/papers/Nort").body()).contains("did you mean north");
  }

  @Test
  void refusesOtherMethodsAndBrokenRequests() {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(uri(server, "/v1/related?id=east")).DELETE().build());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.body()).contains("\"status\":405", "GET");
    assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    assertThat(get("/v1/papers/%ff").statusCode()).isBetween(400, 404);
  }

  @Test
  void hidesWhatWentWrongInside() {
    HttpResponse<String> response = get("/v1/related?text=anything");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("no model here", "Exception", "dev.akin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?category=geo",
        "/date/2022",
        "/date/2022-05",
        "/search?q=north",
        "/paper?id=north",
        "/paper?id=void",
        "/papers/north",
        "/papers/east?more=north&not=west&newer=true&aspect=method&lang=fr",
        "/follow",
        "/follow?id=north&id=gone",
        "/accessibility"
      })
  void servesPages(String path) {
    HttpResponse<String> response = page(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(response.body()).doesNotContain("<b>&", "javascript:");
  }

  /// Pages say why papers are related, for which they need the model once it is there.
  private static HttpResponse<String> page(String path) {
    MODEL_READY.set(false);
    try {
      return get(path);
    } finally {
      MODEL_READY.set(true);
    }
  }

  @Test
  void escapesTextsOnPages() {
    assertThat(page("/paper?id=north").body()).contains("&lt;b&gt;&amp;&lt;/b&gt;");
  }

  @Test
  void listsRelatedPapersByTheScoreThatItShowsAndExplainsOnce() {
    String page = page("/papers/northeast").body();
    List<Double> scores =
        Pattern.compile("class=\"score\">(.*?)<")
            .matcher(page)
            .results()
            .map(score -> Double.valueOf(score.group(1)))
            .toList();
    assertThat(scores).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(page).containsOnlyOnce("The number is the score").doesNotContain("cosine\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/paper?id=void,                              This paper has no title and no abstract",
    "/?category=nothing,                          No papers found.",
  })
  void saysWhyAPageListsNothing(String path, String reason) {
    assertThat(page(path).body()).contains(reason).doesNotContain("The number is the score");
  }

  @Test
  void refusesAPortInUse() {
    assertThatThrownBy(() -> start(index, server.port()))
        .isInstanceOf(PortInUseException.class)
        .hasMessageContaining(Integer.toString(server.port()));
  }

  private static JsonNode json(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return JSON.readTree(response.body());
  }

  private static HttpResponse<String> get(String path) {
    return get(server, path);
  }

  private static HttpResponse<String> get(AkinServer of, String path) {
    return send(HttpRequest.newBuilder(uri(of, path)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(request.uri().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static URI uri(AkinServer of, String path) {
    return URI.create("http://127.0.0.1:" + of.port() + path);
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.path(field).asString()));
    return texts;
  }
}
