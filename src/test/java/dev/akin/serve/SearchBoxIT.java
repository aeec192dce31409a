package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The search box over HTTP and on the pages.
class SearchBoxIT {
  @TempDir private Path folder;
  private TestService service;

  @BeforeEach
  void start() {
    service = TestService.start(folder);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private JsonNode json(String path) {
    HttpResponse<String> response = service.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.path(field).asString()));
    return texts;
  }

  @Test
  void saysHowItReadTheQuery() {
    JsonNode answer = json("/v1/search?q=author:north+-rivers&mode=lexical");
    assertThat(answer.path("understood").toString())
        .isEqualTo("{\"as\":\"person\",\"persons\":[\"Ada north\"],\"excluded\":[\"rivers\"]}");
    assertThat(texts(answer.path("results"), "id")).containsExactly("north");
    assertThat(answer.at("/results/0/score").isNull()).isTrue();
  }

  @Test
  void theOtherReadingIsTheAnswerOfBefore() {
    JsonNode answer = json("/v1/search?q=author:north&read=phrase&mode=lexical");
    assertThat(answer.at("/understood/as").asString()).isEqualTo("phrase");
    assertThat(answer.path("results")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/search?q=author:,             400, q",
    "/v1/search?q=year:abc,            400, q",
    "/v1/search?q=-word,               400, q",
    "/v1/search?q=%E2%80%8F%07,        400, q",
    "/v1/search?q=wind&read=nope,      400, read",
    "/v1/search?q=category:geo.noth,   404, q",
    "/v1/search?q=wind&category=gee,   404, category",
    "/v1/facets?q=year:abc,            400, q",
    "/v1/facets?category=gee,          404, category",
    "/v1/complete?q=,                  400, q",
    "/v1/complete?q=ab&limit=0,        400, limit",
  })
  void saysWhatIsWrong(String path, int status, String field) {
    HttpResponse<String> response = service.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(JsonMapper.shared().readTree(response.body()).path("field").asString())
        .isEqualTo(field);
  }

  @Test
  void completesAndCounts() {
    assertThat(texts(json("/v1/complete?q=geo.n").path("completions"), "q"))
        .containsExactlyInAnyOrder("category:geo.north", "category:geo.northeast");
    assertThat(json("/v1/facets?q=year:2021-2022").path("papers").asInt()).isEqualTo(2);
    assertThat(json("/v1/facets").path("papers").asInt()).isEqualTo(5);
  }

  @Test
  void completionsHaveATag() {
    HttpResponse<String> first = service.get("/v1/complete?q=trees");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(service.get("/v1/complete?q=trees", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void pagesSayHowTheyReadTheQueryAndOfferTheOtherReading() {
    String page = service.get("/?q=north").body();
    assertThat(page).contains("The paper that you named", "q&#61;north&amp;read&#61;phrase");
    assertThat(page).contains("value=\"north\"");
    assertThat(service.get("/").body()).contains("/?category&#61;geo.east");
  }

  /// What people type is text on a page, and nothing else.
  @Test
  void escapesWhatWasTyped() {
    String page = service.get("/?q=author:%22%3Cb%3E%22").body();
    assertThat(page).contains("No paper here has an author of this name").doesNotContain("<b>");
  }
}
