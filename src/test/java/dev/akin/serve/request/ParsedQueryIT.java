package dev.akin.serve.request;

import static dev.akin.serve.TestService.header;
import static dev.akin.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.serve.TestServiceTests;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Questions in a body of JSON.
class ParsedQueryIT extends TestServiceTests {
  private static HttpResponse<String> ask(String body) {
    return service.post("/v1/related", body.replace('\'', '"'));
  }

  @Test
  void weighsExamples() {
    // 3 east + 1 north is at 18.43°: its cosine to the northeast, at 45°, is cos 26.57° = 0.894427.
    HttpResponse<String> answer =
        ask(
            "{'positives': [{'id': 'east', 'weight': 3}, {'id': 'north'}], 'mode': 'semantic',"
                + " 'limit': 1}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).at("/results/0/id").asString()).isEqualTo("northeast");
    assertThat(json(answer).at("/results/0/cosine").asDouble()).isEqualTo(0.894427);
    assertThat(json(answer).at("/query/positives/0/weight").asDouble()).isEqualTo(3);
  }

  @Test
  void takesEverythingInOneCall() {
    HttpResponse<String> answer =
        ask(
            "{'positives': [{'id': 'northeast'}], 'negatives': [{'id': 'east', 'weight': 0.5}],"
                + " 'filter': {'from': '2022', 'to': '2024-12', 'category': ['geo'], 'author':"
                + " 'ada'}, 'strategy': 'average', 'mode': 'semantic', 'diversity': 0.3,"
                + " 'perAuthor': 2, 'floor': 0, 'limit': 5, 'exact': true, 'explain': false,"
                + " 'fields': ['title']}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).at("/results/0").propertyNames())
        .containsExactly("rank", "id", "title");
    JsonNode query = json(answer).path("query");
    assertThat(query.at("/negatives/0/weight").asDouble()).isEqualTo(0.5);
    assertThat(query.at("/filter/author/0").asString()).isEqualTo("ada");
    assertThat(query.path("diversity").asDouble()).isEqualTo(0.3);
    assertThat(query.path("exact").asBoolean()).isTrue();
  }

  @Test
  void answersAsTheParametersDo() {
    String got = service.get("/v1/related?id=east&not=north&mode=semantic&limit=3").body();
    assertThat(
            ask("{'positives': [{'id': 'east'}], 'negatives': [{'id': 'north'}], 'mode':"
                    + " 'semantic', 'limit': 3}")
                .body())
        .isEqualTo(got);
  }

  @Test
  void answersInEveryForm() {
    String body = "{\"positives\": [{\"id\": \"east\"}], \"mode\": \"semantic\"}";
    assertThat(service.post("/v1/related?format=csv", body).body()).startsWith("rank,id,");
    HttpResponse<String> feed = service.post("/v1/related", body, "Accept", "application/atom+xml");
    assertThat(header(feed, "Content-Type")).startsWith("application/atom+xml");
    assertThat(feed.body()).doesNotContain("rel=\"self\"");
    assertThat(header(feed, "ETag")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "                                                            | 400 | body",
        "[]                                                          | 400 | body",
        "{'positives': [{'id': 'east'}]} {}                          | 400 | body",
        "{'positives': [{'id': 'east'}], 'positives': []}            | 400 | body",
        "{}                                                          | 400 | positives",
        "{'positives': []}                                           | 400 | positives",
        "{'positives': 'east'}                                       | 400 | positives",
        "{'positives': ['east']}                                     | 400 | positives[0]",
        "{'positives': [{}]}                                         | 400 | positives[0]",
        "{'positives': [{'id': 'east', 'text': 'x'}]}                | 400 | positives[0]",
        "{'positives': [{'id': 7}]}                                  | 400 | positives[0].id",
        "{'positives': [{'id': 'east', 'wieght': 2}]}                | 400 | positives[0].wieght",
        "{'positives': [{'id': 'east', 'weight': 0}]}                | 400 | positives[0].weight",
        "{'positives': [{'id': 'east', 'weight': '2'}]}              | 400 | positives[0].weight",
        "{'positives': [{'id': 'east', 'weight': 1e7}]}              | 400 | positives[0].weight",
        "{'positives': [{'id': 'east', 'weight': 1e999}]}            | 400 | positives[0].weight",
        "{'positives': [{'id': '\\ud800'}]}                          | 400 | positives[0].id",
        "{'positives': [{'id': 'east'}], 'limit': 0}                 | 400 | limit",
        "{'positives': [{'id': 'east'}], 'limit': 201}               | 400 | limit",
        "{'positives': [{'id': 'east'}], 'limit': 2.5}               | 400 | limit",
        "{'positives': [{'id': 'east'}], 'limit': 99999999999}       | 400 | limit",
        "{'positives': [{'id': 'east'}], 'limit': '5'}               | 400 | limit",
        "{'positives': [{'id': 'east'}], 'explain': 'yes'}           | 400 | explain",
        "{'positives': [{'id': 'east'}], 'mode': 'best'}             | 400 | mode",
        "{'positives': [{'id': 'east'}], 'fields': ['titel']}        | 400 | fields",
        "{'positives': [{'id': 'east'}], 'filter': []}               | 400 | filter",
        "{'positives': [{'id': 'east'}], 'filter': {'form': '2024'}} | 400 | filter.form",
        "{'positives': [{'id': 'east'}], 'filter': {'from': 2024}}   | 400 | filter.from",
        "{'positives': [{'id': 'east'}], 'filter': {'author': ['']}} | 400 | filter.author",
        "{'positives': [{'id': ''}]}                                 | 422 | positives[0].id",
        "{'positives': [{'text': ' '}]}                              | 422 | positives[0].text",
        "{'positives': [{'title': ''}]}                              | 422 | positives[0].title",
        "{'positives': [{'id': 'east'}], 'negatives': [{'id': 'x'}]} | 422 | negatives[0].id",
        "{'positives': [{'id': 'east'}, {'id': 'y'}]}                | 422 | positives[1].id",
        "{'positives': [{'id': 'void'}]}                             | 422 | -"
      })
  void namesWhatIsWrong(String body, int status, String field) {
    HttpResponse<String> answer = ask(body == null ? "" : body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(json(answer).path("field").asString(null)).isEqualTo(field);
  }

  @Test
  void takesNoParametersButTheForm() {
    assertThat(service.post("/v1/related?limit=3", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void answersABatchInOrderEachWithItsOwnStatus() {
    String east = "{\"positives\": [{\"id\": \"east\"}], \"mode\": \"semantic\", \"limit\": 1}";
    String nobody = "{\"positives\": [{\"id\": \"nobody\"}]}";
    HttpResponse<String> answer =
        service.post(
            "/v1/related/batch", "{\"queries\": [%s, %s, {}, %s]}".formatted(east, nobody, east));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode answers = json(answer).path("answers");
    assertThat(answers.values().stream().map(each -> each.path("status").asInt()))
        .containsExactly(200, 422, 400, 200);
    assertThat(answers.get(0).path("answer"))
        .isEqualTo(json(service.post("/v1/related", east)))
        .isEqualTo(answers.get(3).path("answer"));
    assertThat(answers.get(1).at("/problem/detail").asString()).contains("nobody");
    assertThat(answers.get(1).at("/problem/field").asString())
        .isEqualTo("queries[1].positives[0].id");
    assertThat(answers.get(2).at("/problem/field").asString()).isEqualTo("queries[2].positives");
  }

  @Test
  void saysWhetherATextWasCut() {
    for (int length : new int[] {20_000, 20_001}) {
      String text = "a ".repeat(length / 2) + "b".repeat(length % 2);
      HttpResponse<String> answer =
          ask("{'positives': [{'text': '" + text + "'}], 'mode': 'lexical', 'floor': 0}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(json(answer).path("truncated").asBoolean()).isEqualTo(length > 20_000);
    }
  }

  @Test
  void boundsABatch() {
    for (int count : new int[] {0, 33}) {
      String queries = String.join(",", Collections.nCopies(count, "{}"));
      HttpResponse<String> answer =
          service.post("/v1/related/batch", "{\"queries\": [" + queries + "]}");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(json(answer).path("field").asString()).isEqualTo("queries");
    }
  }
}
