package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.recommend.AspectIndex;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Papers alike in one aspect over HTTP, as the OpenAPI document describes them.
class AspectIT {
  @TempDir private static Path folder;
  private static TestService service;
  private static OpenApiDocument document;

  @BeforeAll
  static void start() {
    AspectIndex.write(folder);
    service = TestService.over(folder, new TestModels(() -> true), options -> options);
    document = new OpenApiDocument(TestService.json(service.get("/openapi.json")));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void ranksByTheAspect() {
    HttpResponse<String> got = service.get("/v1/related?id=query&aspect=method&mode=semantic");
    JsonNode answer = check("GET /v1/related", 200, got);
    assertThat(answer.at("/query/aspect").asString()).isEqualTo("method");
    assertThat(answer.at("/results/0/id").asString()).isEqualTo("method");
    assertThat(answer.at("/results/0/aspect").asDouble()).isEqualTo(1);
    HttpResponse<String> one = service.get("/v1/papers/query/related?aspect=method&mode=semantic");
    assertThat(check("GET /v1/papers/{id}/related", 200, one).path("results"))
        .isEqualTo(answer.path("results"));
    String body =
        "{\"positives\":[{\"id\":\"query\"}],\"aspect\":\"method\",\"mode\":\"semantic\"}";
    HttpResponse<String> posted = service.post("/v1/related", body);
    assertThat(check("POST /v1/related", 200, posted).path("results"))
        .isEqualTo(answer.path("results"));
    String other = body.replace("method", "result");
    assertThat(check("POST /v1/related", 200, service.post("/v1/related", other)).path("results"))
        .isNotEqualTo(answer.path("results"));
  }

  @Test
  void namesTheAspectOnThePage() {
    HttpResponse<String> page = service.get("/v1/related?id=query&aspect=method&format=html");
    assertThat(page.body()).contains("<h1>Alike in method: Counting trees</h1>");
  }

  @Test
  void saysWhyAPaperHasNothingOfTheAspect() {
    HttpResponse<String> refused = service.get("/v1/related?id=idle&aspect=method");
    assertThat(check("GET /v1/related", 422, refused).path("detail").asString())
        .contains("no sentence of the abstract of idle is likely to be about its method");
  }

  private static JsonNode check(String operation, int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode json = TestService.json(response);
    String type = TestService.header(response, "Content-Type");
    assertThat(document.faults(operation, status, type, json)).isEmpty();
    return json;
  }
}
