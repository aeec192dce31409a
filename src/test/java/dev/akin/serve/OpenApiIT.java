package dev.akin.serve;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Scope;
import dev.akin.recommend.query.Strategy;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.recommend.understand.Understood;
import dev.akin.roles.Role;
import dev.akin.serve.guard.Robots;
import dev.akin.serve.monitor.BoxCounts;
import dev.akin.serve.page.Page;
import dev.akin.serve.request.Representation;
import dev.akin.write.text.PaperFields;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document says what the service does, no more and no less.
class OpenApiIT {
  /// For people, not for programs.
  private static final Set<String> PAGES =
      Set.of(
          "GET /",
          "GET /paper",
          "GET /papers/{id}",
          "GET /date/{when}",
          "GET /search",
          "GET /follow",
          "GET /like",
          "POST /like",
          "GET /accessibility",
          "GET /assets/{version}/{name}",
          "GET /map",
          "GET /docs/docs.js",
          "GET /docs/docs.css",
          "GET /docs/swagger-ui-bundle.js",
          "GET /docs/swagger-ui.css");

  /// They take no parameter, and mind none.
  private static final Set<String> CARELESS =
      Set.of(
          "GET /livez",
          "GET /readyz",
          "GET /metrics",
          "GET /openapi.json",
          "GET /docs",
          "GET /akin-related.js",
          "GET /robots.txt");

  private static final Pattern LISTED = Pattern.compile("Known (?:parameters|fields): (.*)$");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicBoolean MODEL_READY = new AtomicBoolean(true);

  @TempDir private static Path folder;
  private static TestService service;
  private static BoxCounts counts;
  private static AkinServer server;
  private static OpenApiDocument document;

  @BeforeAll
  static void start() {
    counts = BoxCounts.in(folder.resolve("counts"), Robots.USUAL);
    service =
        TestService.start(
            folder.resolve("index"),
            new TestModels(MODEL_READY::get),
            options -> options.withCounts(counts));
    server = service.server();
    document = new OpenApiDocument(json(get("/openapi.json")));
  }

  @AfterAll
  static void stop() {
    service.close();
    counts.close();
    CLIENT.close();
  }

  @Test
  void namesTheVersionsOfOpenApiAndAkin() {
    assertThat(document.root().path("openapi").asString()).startsWith("3.1");
    assertThat(document.root().at("/info/version").asString()).isEqualTo("test");
  }

  @Test
  void describesEveryRouteAndNoOther() {
    Set<String> routes = new TreeSet<>(routes(HandlerType.GET));
    routes.addAll(routes(HandlerType.POST));
    assertThat(routes).containsAll(PAGES);
    routes.removeAll(PAGES);
    assertThat(document.operations().keySet()).isEqualTo(routes);
  }

  @Test
  void answersHeadWhereverItAnswersGet() {
    assertThat(routes(HandlerType.HEAD))
        .isEqualTo(
            routes(HandlerType.GET).stream()
                .map(route -> route.replace("GET", "HEAD"))
                .collect(Collectors.toSet()));
  }

  /// OpenAPI has no parameters with slashes in them.
  private static Set<String> routes(HandlerType method) {
    return server.routes().stream()
        .filter(route -> route.method.equals(method))
        .map(route -> method.name() + " " + route.path.replace('<', '{').replace('>', '}'))
        .collect(Collectors.toSet());
  }

  static Stream<String> operations() {
    return document.operations().keySet().stream().filter(name -> !CARELESS.contains(name));
  }

  /// Whoever sends an unknown one is told those that there are.
  @ParameterizedTest
  @MethodSource("operations")
  void describesEveryParameterAndNoOther(String operation) {
    String[] parts = operation.split(" ", -1);
    String path = parts[1].replace("{id}", "east");
    HttpResponse<String> response = send(parts[0], path + "?nope=1", "{}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(document.parameters(document.operation(operation), "query").keySet())
        .isEqualTo(listed(response));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST /v1/related | {'nope':1} |",
        "POST /v1/related | {'positives':[{'nope':1}]} | /properties/positives/items",
        "POST /v1/related | {'positives':[{'id':'east'}],'filter':{'nope':1}} | /properties/filter",
        "POST /v1/related/batch | {'nope':1} |",
        "POST /v1/box-events | {'nope':1} |",
        "POST /recommendations/v1/papers | {'nope':1} |"
      })
  void describesEveryFieldOfABodyAndNoOther(String operation, String body, String at) {
    JsonNode schema = document.bodySchema(operation);
    if (at != null) {
      schema = document.followed(schema.at(at));
    }
    HttpResponse<String> response =
        send("POST", operation.split(" ", -1)[1], body.replace('\'', '"'));
    assertThat(Set.copyOf(schema.path("properties").propertyNames())).isEqualTo(listed(response));
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
  }

  private static Set<String> listed(HttpResponse<String> response) {
    JsonNode problem = json(response);
    String detail = problem.path(problem.has("error") ? "error" : "detail").asString();
    Matcher listed = LISTED.matcher(detail);
    assertThat(listed.find()).as(detail).isTrue();
    return listed.group(1).equals("none") ? Set.of() : Set.of(listed.group(1).split(", "));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /v1/related,             /v1/related?id=east&limit=",
    "GET /v1/papers/{id}/related, /v1/papers/east/related?limit=",
    "GET /v1/search,              /v1/search?q=wind&mode=lexical&limit=",
    "GET /v1/complete,            /v1/complete?q=trees&limit=",
    "GET /v1/papers,              /v1/papers?limit=",
    "GET /recommendations/v1/papers/forpaper/{id}, /recommendations/v1/papers/forpaper/east?limit="
  })
  void boundsTheLimit(String operation, String path) {
    JsonNode limit =
        requireNonNull(document.parameters(document.operation(operation), "query").get("limit"));
    JsonNode schema = document.followed(limit.path("schema"));
    int least = schema.path("minimum").asInt();
    int most = schema.path("maximum").asInt();
    assertThat(get(path + least).statusCode()).isEqualTo(200);
    assertThat(get(path + (least - 1)).statusCode()).isEqualTo(400);
    assertThat(get(path + most).statusCode()).isEqualTo(200);
    assertThat(get(path + (most + 1)).statusCode()).isEqualTo(400);
  }

  @Test
  void namesDefaults() {
    RecommendOptions defaults = RecommendOptions.DEFAULT;
    assertThat(schema("Limit").path("default").asInt()).isEqualTo(defaults.limit());
    assertThat(schema("Mode").path("default").asString()).isEqualTo(defaults.mode().label());
    assertThat(schema("Strategy").path("default").asString())
        .isEqualTo(defaults.strategy().label());
    assertThat(schema("Diversity").path("default").asDouble()).isEqualTo(defaults.diversity());
    assertThat(schema("PerAuthor").path("default").asInt()).isEqualTo(defaults.perAuthor());
    JsonNode parameters = document.root().at("/components/parameters");
    assertThat(parameters.at("/pageLimit/schema/default").asInt()).isEqualTo(Page.SIZE);
    assertThat(parameters.at("/scholarLimit/schema/default").asInt())
        .isEqualTo(ScholarRoutes.USUAL_LIMIT);
  }

  @Test
  void namesChoices() {
    assertThat(OpenApiDocument.texts(schema("Mode").path("enum")))
        .isEqualTo(Arrays.stream(Mode.values()).map(Mode::label).collect(Collectors.toSet()));
    assertThat(OpenApiDocument.texts(schema("Strategy").path("enum")))
        .isEqualTo(
            Arrays.stream(Strategy.values()).map(Strategy::label).collect(Collectors.toSet()));
    assertThat(OpenApiDocument.texts(schema("Aspect").path("enum")))
        .isEqualTo(Arrays.stream(Aspect.values()).map(Aspect::label).collect(Collectors.toSet()));
    assertThat(OpenApiDocument.texts(schema("Scope").path("enum")))
        .isEqualTo(Arrays.stream(Scope.values()).map(Scope::label).collect(Collectors.toSet()));
    assertThat(OpenApiDocument.texts(schema("ReadAs").path("enum")))
        .isEqualTo(Arrays.stream(ReadAs.values()).map(ReadAs::label).collect(Collectors.toSet()));
    assertThat(OpenApiDocument.texts(schema("Understood").at("/properties/as/enum")))
        .isEqualTo(
            Arrays.stream(Understood.As.values())
                .map(Understood.As::label)
                .collect(Collectors.toSet()));
    assertThat(OpenApiDocument.texts(schema("Role").path("enum")))
        .isEqualTo(Arrays.stream(Role.values()).map(Role::label).collect(Collectors.toSet()));
    assertThat(OpenApiDocument.texts(schema("Field").path("enum"))).isEqualTo(PaperFields.NAMES);
    HttpResponse<String> refused = get("/v1/papers?format=nope");
    String named = json(refused).path("detail").asString().replaceAll(".*one of ", "");
    assertThat(
            OpenApiDocument.texts(document.root().at("/components/parameters/format/schema/enum")))
        .isEqualTo(Set.of(named.split(", ")));
  }

  private static JsonNode schema(String name) {
    JsonNode schema = document.root().at("/components/schemas/" + name);
    assertThat(schema.isObject()).as(name).isTrue();
    return schema;
  }

  @ParameterizedTest
  @CsvSource({
    "GET /v1/related,             /v1/related?id=east&",
    "GET /v1/papers/{id}/related, /v1/papers/east/related?",
    "GET /v1/search,              /v1/search?q=wind&mode=lexical&",
    "GET /v1/papers,              /v1/papers?",
    "GET /v1/paper,               /v1/paper?id=east&",
    "GET /v1/papers/{id},         /v1/papers/east?"
  })
  void namesTheMediaTypesOfLists(String operation, String path) {
    Set<String> types = new HashSet<>();
    for (Representation each : Representation.values()) {
      String label = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
      types.add(contentType(get(path + "format=" + label)).split(";", 2)[0]);
    }
    assertThat(Set.copyOf(document.response(operation, 200).path("content").propertyNames()))
        .isEqualTo(types);
  }

  @Test
  void boundsExamplesAndBatches() {
    JsonNode question = schema("Question").path("properties");
    assertThat(question.at("/positives/maxItems").asInt()).isEqualTo(Query.MAX_EXAMPLES);
    assertThat(question.at("/negatives/maxItems").asInt()).isEqualTo(Query.MAX_EXAMPLES);
    int most = schema("Batch").at("/properties/queries/maxItems").asInt();
    assertThat(batch(most)).isEqualTo(200);
    assertThat(batch(most + 1)).isEqualTo(400);
  }

  private static int batch(int queries) {
    String query = "{\"positives\":[{\"id\":\"east\"}]}";
    String body =
        "{\"queries\":["
            + Stream.generate(() -> query).limit(queries).collect(Collectors.joining(","))
            + "]}";
    return send("POST", "/v1/related/batch", body).statusCode();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /v1/related | 200 | /v1/related?id=east&not=west&mode=semantic&floor=0&diversity=0.2 |",
        "GET /v1/related | 200 | /v1/related?id=east&id=north&strategy=best&exact=true&perAuthor=1 |",
        "GET /v1/related | 200 | /v1/related?id=east&from=2021&to=2024-05&author=ada&category=geo |",
        "GET /v1/related | 200 | /v1/related?id=east&fields=title,cosine |",
        "GET /v1/related | 200 | /v1/related?id=east&scope=all |",
        "GET /v1/related | 400 | /v1/related |",
        "GET /v1/related | 400 | /v1/related?id=east&scope=source&source=x |",
        "GET /v1/related | 422 | /v1/related?id=east&scope=source |",
        "GET /v1/related | 404 | /v1/related?id=nobody |",
        "GET /v1/related | 422 | /v1/related?id=void&mode=semantic |",
        "GET /v1/related | 500 | /v1/related?text=anything |",
        "GET /v1/papers/{id}/related | 200 | /v1/papers/east/related |",
        "GET /v1/papers/{id}/related | 404 | /v1/papers/nobody/related |",
        "GET /v1/search | 200 | /v1/search?q=cold+wind&mode=lexical |",
        "GET /v1/search | 200 | /v1/search?q=author:east+year:2021-2024+-ice+category:geo |",
        "GET /v1/search | 200 | /v1/search?q=east |",
        "GET /v1/search | 400 | /v1/search |",
        "GET /v1/search | 404 | /v1/search?q=category:gee |",
        "GET /v1/complete | 200 | /v1/complete?q=tr&limit=3 |",
        "GET /v1/complete | 400 | /v1/complete |",
        "GET /v1/facets | 200 | /v1/facets |",
        "GET /v1/facets | 200 | /v1/facets?q=year:2021-2022 |",
        "GET /v1/facets | 400 | /v1/facets?q=year:abc |",
        "GET /v1/facets | 404 | /v1/facets?category=gee |",
        "GET /v1/paper | 200 | /v1/paper?id=west |",
        "GET /v1/paper | 404 | /v1/paper?id=nobody |",
        "GET /v1/papers/{id} | 200 | /v1/papers/void |",
        "GET /v1/papers/{id} | 404 | /v1/papers/nobody |",
        "GET /v1/papers | 200 | /v1/papers?limit=2 |",
        "GET /v1/papers | 200 | /v1/papers?fields=doi |",
        "GET /v1/papers | 400 | /v1/papers?after=x |",
        "GET /v1/info | 200 | /v1/info |",
        "GET /v1/info | 400 | /v1/info?x=1 |",
        "GET /openapi.json | 200 | /openapi.json |",
        "POST /v1/related | 200 | /v1/related | {'positives':[{'id':'east','weight':2}],'negatives':[{'id':'west'}],'filter':{'author':'ada'}}",
        "POST /v1/related | 400 | /v1/related | {'positives':1}",
        "POST /v1/related | 422 | /v1/related | {'positives':[{'id':'nobody'}]}",
        "POST /v1/related/batch | 200 | /v1/related/batch | {'queries':[{'positives':[{'id':'east'}]},{'positives':[]},{'positives':[{'id':'nobody'}]}]}",
        "POST /v1/related/batch | 400 | /v1/related/batch | {'queries':[]}",
        "POST /v1/box-events | 400 | /v1/box-events | {'event':'seen','ranks':[51]}",
        "GET /recommendations/v1/papers/forpaper/{id} | 200 | /recommendations/v1/papers/forpaper/east?fields=title,abstract,url,year,publicationDate,externalIds,authors,venue,citationCount |",
        "GET /recommendations/v1/papers/forpaper/{id} | 400 | /recommendations/v1/papers/forpaper/east?fields=nope |",
        "GET /recommendations/v1/papers/forpaper/{id} | 404 | /recommendations/v1/papers/forpaper/nobody |",
        "POST /recommendations/v1/papers | 200 | /recommendations/v1/papers/?limit=1 | {'positivePaperIds':['east'],'negativePaperIds':['west']}",
        "POST /recommendations/v1/papers | 400 | /recommendations/v1/papers | {'positivePaperIds':[]}",
        "POST /recommendations/v1/papers | 404 | /recommendations/v1/papers | {'positivePaperIds':['nobody']}"
      })
  void answersAsDescribed(String operation, int status, String path, String body) {
    HttpResponse<String> response =
        send(operation.split(" ", -1)[0], path, body == null ? "" : body.replace('\'', '"'));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(document.faults(operation, status, contentType(response), json(response))).isEmpty();
    assertThat(headers(response)).isEqualTo(headers(operation, status));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /v1/related,             406, /v1/related?id=east, Accept, image/png",
    "POST /v1/related,            406, /v1/related,         Accept, image/png",
    "POST /v1/related,            415, /v1/related,         Content-Type, text/plain",
    "POST /v1/related/batch,      415, /v1/related/batch,   Content-Type, text/plain",
    "POST /recommendations/v1/papers, 415, /recommendations/v1/papers, Content-Type, text/plain"
  })
  void refusesHeadersAsDescribed(
      String operation, int status, String path, String header, String value) {
    HttpRequest.Builder request = request(operation.split(" ", -1)[0], path, "{}");
    HttpResponse<String> response = send(request.setHeader(header, value));
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(document.faults(operation, status, contentType(response), json(response))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Ready.class)
  void saysWhetherItIsReadyAsDescribed(Ready ready) {
    MODEL_READY.set(ready == Ready.YES);
    HttpResponse<String> response = get("/readyz");
    MODEL_READY.set(true);
    int status = ready == Ready.YES ? 200 : 503;
    JsonNode text = JsonMapper.shared().valueToTree(response.body());
    assertThat(document.faults("GET /readyz", status, contentType(response), text)).isEmpty();
    assertThat(headers(response)).isEqualTo(headers("GET /readyz", status));
  }

  enum Ready {
    YES,
    NO
  }

  @Test
  void sparesWhoHasTheAnswerAsDescribed() {
    String tag = get("/v1/related?id=east").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> response =
        send(request("GET", "/v1/related?id=east", "").header("If-None-Match", tag));
    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(headers(response)).isEqualTo(headers("GET /v1/related", 304));
  }

  /// Those that the document may name.
  private static Set<String> headers(HttpResponse<String> response) {
    return Stream.of(
            "ETag", "Vary", "Cache-Control", "Server-Timing", "Retry-After", "WWW-Authenticate")
        .filter(name -> response.headers().firstValue(name).isPresent())
        .collect(Collectors.toSet());
  }

  private static Set<String> headers(String operation, int status) {
    return Set.copyOf(document.response(operation, status).path("headers").propertyNames());
  }

  private static HttpResponse<String> get(String path) {
    return send(request("GET", path, ""));
  }

  private static HttpResponse<String> send(String method, String path, String body) {
    return send(request(method, path, body));
  }

  private static HttpRequest.Builder request(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    return method.equals("GET")
        ? request
        : request
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String contentType(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
