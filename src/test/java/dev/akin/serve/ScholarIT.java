package dev.akin.serve;

import static dev.akin.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Semantic Scholar's shapes, asked for as its public client libraries do.
class ScholarIT extends TestServiceTests {
  private static final String BASE = "/recommendations/v1/papers";

  @Test
  void recommendsForOnePaper() {
    HttpResponse<String> answer =
        service.get(
            BASE
                + "/forpaper/east?fields=title,abstract,year,authors.name,externalIds,venue,"
                + "citationCount&limit=2&from=recent",
            "x-api-key",
            "any");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode papers = json(answer).path("recommendedPapers");
    assertThat(papers.size()).isEqualTo(2);
    JsonNode first = papers.get(0);
    assertThat(first.path("paperId").asString()).isEqualTo("northeast");
    assertThat(first.path("year").asInt()).isEqualTo(2022);
    assertThat(first.at("/authors/0/name").asString()).isEqualTo("Ada northeast");
    assertThat(first.at("/authors/0/authorId").isNull()).isTrue();
    assertThat(first.path("venue").isNull()).isTrue();
    assertThat(first.path("citationCount").isNull()).isTrue();
    assertThat(first.path("externalIds").isObject()).isTrue();
  }

  @Test
  void recommendsForSeveral() {
    HttpResponse<String> answer =
        service.post(
            BASE + "/?fields=url,publicationDate&limit=3",
            "{\"positivePaperIds\": [\"east\", \"northeast\"], \"negativePaperIds\": [\"west\"]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode first = json(answer).at("/recommendedPapers/0");
    assertThat(first.propertyNames()).containsExactly("paperId", "url", "publicationDate");
    assertThat(first.path("publicationDate").asString()).isEqualTo("2023-05-17");
  }

  @Test
  void givesIdAndTitleWhereNoFieldIsNamed() {
    JsonNode first = json(service.get(BASE + "/forpaper/east")).at("/recommendedPapers/0");
    assertThat(first.propertyNames()).containsExactly("paperId", "title");
  }

  @Test
  void takesIdsWithSlashes() {
    assertThat(service.get(BASE + "/forpaper/DOI:10.18653/v1/N18-3011").body())
        .isEqualTo("{\"error\":\"no paper has the id \\\"DOI:10.18653/v1/N18-3011\\\"\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/forpaper/nobody               | 404 | nobody",
        "/forpaper/east?fields=titel    | 400 | titel",
        "/forpaper/east?limit=501       | 400 | 1 to 500",
        "/forpaper/east?limit=0         | 400 | 1 to 500",
        "/forpaper/east?poolFrom=recent | 400 | poolFrom",
        "/nothing                       | 404 | nothing"
      })
  void saysErrorsAsItDoes(String path, int status, String what) {
    HttpResponse<String> answer = service.get(BASE + path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).propertyNames()).containsExactly("error");
    assertThat(json(answer).path("error").asString()).contains(what);
  }

  @Test
  void saysErrorsOfBodiesAsItDoes() {
    HttpResponse<String> none = service.post(BASE, "{\"positivePaperIds\": []}");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(json(none).propertyNames()).containsExactly("error");
    assertThat(service.post(BASE, "{\"positivePaperIds\": [\"nobody\"]}").statusCode())
        .isEqualTo(404);
  }
}
