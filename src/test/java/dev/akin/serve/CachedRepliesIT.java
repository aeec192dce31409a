package dev.akin.serve;

import static dev.akin.serve.TestService.header;
import static dev.akin.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Waiting;
import dev.akin.recommend.SmallIndex;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tags, forms and the cache of answers.
class CachedRepliesIT extends TestServiceTests {
  private static final String RELATED = "/v1/related?id=east&mode=semantic";

  @Test
  void sendsNothingWhereTheClientHasTheAnswer() {
    String tag = header(service.get(RELATED), "ETag");
    assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
    for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag}) {
      HttpResponse<String> again = service.get(RELATED, "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tag);
      assertThat(header(again, "Vary")).isEqualTo("Accept");
    }
    assertThat(service.get(RELATED, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void tagsHeadAsGet() {
    HttpResponse<String> head =
        service.send(service.request(RELATED).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    HttpResponse<String> get = service.get(RELATED);
    assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
    assertThat(header(head, "Content-Length"))
        .isEqualTo(Integer.toString(get.body().getBytes(StandardCharsets.UTF_8).length));
    assertThat(head.body()).isEmpty();
  }

  @Test
  void tagsTheSameQuestionAlikeInWhateverOrder() {
    String tag = header(service.get("/v1/related?id=east&id=north&limit=2&mode=semantic"), "ETag");
    assertThat(header(service.get("/v1/related?mode=semantic&id=east&limit=2&id=north"), "ETag"))
        .isEqualTo(tag);
    assertThat(header(service.get("/v1/related?id=north&id=east&limit=2&mode=semantic"), "ETag"))
        .isNotEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/related?id=east&mode=semantic&limit=9",
        "/v1/related?id=north&mode=semantic",
        "/v1/related?id=east&mode=semantic&format=csv",
        "/v1/papers/east/related?mode=semantic"
      })
  void tagsEveryOtherQuestionOtherwise(String path) {
    assertThat(header(service.get(path), "ETag"))
        .isNotEmpty()
        .isNotEqualTo(header(service.get(RELATED), "ETag"));
  }

  @Test
  void neverTakesOnePartOfAQuestionForAnother() {
    // A value that looks like two parameters.
    assertThat(header(service.get("/v1/papers?author=a%26category%3Db"), "ETag"))
        .isNotEqualTo(header(service.get("/v1/papers?author=a&category=b"), "ETag"));
  }

  @Test
  void tagsAnswersOfAnotherCommitOtherwise(@TempDir Path growing) {
    try (TestService following = TestService.start(growing)) {
      String tag = header(following.get(RELATED), "ETag");
      SmallIndex.addOne(growing, "eastbynorth", 1, 0.1f);
      Waiting.until(() -> following.get(RELATED, "If-None-Match", tag).statusCode() == 200);
      assertThat(following.get(RELATED).body()).contains("eastbynorth");
    }
  }

  @Test
  void makesAnAnswerOnce() {
    String path = "/v1/related?id=northeast&mode=semantic&limit=3";
    HttpResponse<String> first = service.get(path);
    HttpResponse<String> second = service.get(path);
    assertThat(header(first, "Server-Timing")).startsWith("cache;desc=miss, answer;dur=");
    assertThat(header(second, "Server-Timing")).isEqualTo("cache;desc=hit");
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void keepsNoFailure() {
    assertThat(service.get("/v1/related?id=nobody").statusCode()).isEqualTo(404);
    assertThat(header(service.get("/v1/related?id=nobody"), "ETag")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json                                  | application/json",
        "*/*                                               | application/json",
        "application/*                                     | application/json",
        "application/x-bibtex                              | application/x-bibtex",
        "application/x-research-info-systems               | application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json           |"
            + " application/vnd.citationstyles.csl+json",
        "text/csv                                          | text/csv",
        "application/atom+xml                              | application/atom+xml",
        "text/html,application/xhtml+xml,*/*;q=0.8         | text/html",
        "text/csv;q=0.4, application/atom+xml;q=0.9        | application/atom+xml",
        "image/png, TEXT/CSV;header=present;q=0.1          | text/csv"
      })
  void answersInTheFormThatIsLikedBest(String accept, String type) {
    for (String list : new String[] {RELATED, "/v1/papers", "/v1/search?q=wind&mode=lexical"}) {
      HttpResponse<String> answer = service.get(list, "Accept", accept);
      assertThat(answer.statusCode()).as(list).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).as(list).startsWith(type);
    }
  }

  @Test
  void saysWhatThereIsWhereNothingIsLiked() {
    HttpResponse<String> answer = service.get(RELATED, "Accept", "image/png");
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(json(answer).path("detail").asString()).contains("application/x-bibtex");
  }

  @ParameterizedTest
  @CsvSource({
    "json, application/json",
    "bibtex, application/x-bibtex",
    "csv, text/csv",
    "ris, application/x-research-info-systems",
    "csl-json, application/vnd.citationstyles.csl+json",
    "atom, application/atom+xml",
    "html, text/html",
    "application/atom%2Bxml, application/atom+xml"
  })
  void takesTheFormByNameBeforeWhatIsAccepted(String format, String type) {
    HttpResponse<String> answer = service.get(RELATED + "&format=" + format, "Accept", "image/png");
    assertThat(header(answer, "Content-Type")).startsWith(type);
  }

  @Test
  void refusesAFormThatIsNotThere() {
    HttpResponse<String> answer = service.get(RELATED + "&format=xml");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("field").asString()).isEqualTo("format");
  }

  @Test
  void feedsTheNewestFirst() {
    String feed = service.get(RELATED + "&format=atom&limit=2").body();
    // West is of 2024, north of 2023, northeast of 2022; the nearest is the northeast.
    assertThat(feed).containsSubsequence("Rivers at sunset", "A cold wind over ice");
    assertThat(feed).doesNotContain("Trees facing a cold wind");
    assertThat(feed).contains("/v1/related?id=east&amp;limit=2&amp;mode=semantic&amp;format=atom");
    assertThat(service.get(RELATED + "&limit=2", "Accept", "application/atom+xml").body())
        .isEqualTo(feed);
  }

  @Test
  void leavesFieldsOut() {
    HttpResponse<String> answer = service.get(RELATED + "&fields=title,date&fields=cosine&limit=1");
    assertThat(json(answer).at("/results/0").propertyNames())
        .containsExactly("rank", "id", "title", "date", "cosine");
    assertThat(service.get(RELATED + "&format=csv&fields=title&limit=1").body())
        .startsWith("rank,id,title\r\n1,northeast,Trees facing a cold wind\r\n");
  }

  @Test
  void leadsToOlderPapersOfTheSameList() {
    String page =
        service
            .get("/v1/papers?author=ada&from=2021&limit=1&format=html")
            .body()
            .replace("&#61;", "=");
    assertThat(page)
        .contains("href=\"/?after=2024-01-01%2Cwest&amp;author=ada&amp;from=2021&amp;limit=1\"");
  }

  @Test
  void takesTheMethodFromTheFirstLineAlone() {
    assertThat(service.get("/v1/nothing", "X-HTTP-Method-Override", "BEFORE").statusCode())
        .isEqualTo(404);
    assertThat(header(service.get(RELATED, "X-HTTP-Method-Override", "POST"), "ETag")).isNotEmpty();
  }

  @Test
  void citesOnePaper() {
    assertThat(service.get("/v1/paper?id=east&format=bibtex").body())
        .contains("Trees facing sunrise");
    assertThat(service.get("/v1/papers/east", "Accept", "text/html").body())
        .contains("<h1>Trees facing sunrise</h1>");
  }

  @Test
  void showsFailuresOfPagesAsPages() {
    HttpResponse<String> page = service.get("/paper?id=%3Cscript%3E");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>");
  }
}
