package dev.akin.serve.guard;

import static dev.akin.serve.TestService.header;
import static dev.akin.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.serve.TestService;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys, rates, proxies and other people's pages.
class AccessControlIT {
  private static final String KEY = "0123456789abcdef";
  private static final String PATH = "/v1/papers/east";

  @TempDir private Path folder;

  private TestService start(Access access) {
    return TestService.start(folder, options -> options.withAccess(access));
  }

  private static Access keyed() {
    return new Access(List.of("another-key-of-somebody", KEY), 0, List.of(), List.of());
  }

  @Test
  void letsInWhoHasAKey() {
    try (TestService service = start(keyed())) {
      String basic =
          Base64.getEncoder().encodeToString(("anybody:" + KEY).getBytes(StandardCharsets.UTF_8));
      assertThat(service.get(PATH, "Authorization", "Bearer " + KEY).statusCode()).isEqualTo(200);
      assertThat(service.get(PATH, "Authorization", "bearer  " + KEY).statusCode()).isEqualTo(200);
      assertThat(service.get(PATH, "X-API-Key", KEY).statusCode()).isEqualTo(200);
      assertThat(service.get(PATH, "Authorization", "Basic " + basic).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keepsEverybodyElseOutOfEverything() {
    try (TestService service = start(keyed())) {
      for (String path :
          List.of(PATH, "/", "/paper?id=east", "/metrics", "/livez", "/v1/info", "/nothing")) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).doesNotContain("Trees");
      }
      for (String wrong :
          List.of("Bearer", "Bearer " + KEY + "0", "Basic ###", "Basic YWJj", "Digest " + KEY)) {
        assertThat(service.get(PATH, "Authorization", wrong).statusCode()).as(wrong).isEqualTo(401);
      }
      assertThat(service.get(PATH + "?key=" + KEY).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void endsGuessing() {
    try (TestService service = start(keyed())) {
      List<HttpResponse<String>> answers =
          untilRefused(i -> service.get(PATH, "X-API-Key", "guess-number-%06d".formatted(i)));
      assertThat(answers.subList(0, 20)).extracting(HttpResponse::statusCode).containsOnly(401);
      HttpResponse<String> blocked = answers.getLast();
      assertThat(blocked.statusCode()).isEqualTo(429);
      assertThat(header(blocked, "Retry-After")).isEqualTo("1");
    }
  }

  @Test
  void boundsTheRateOfAnAddress() {
    try (TestService service = start(new Access(List.of(), 1, List.of(), List.of()))) {
      List<HttpResponse<String>> answers =
          untilRefused(
              // Whoever says that he is another each time is not believed.
              i -> service.get(PATH, "X-Forwarded-For", "10.0.0." + i));
      assertThat(answers.getFirst().statusCode()).isEqualTo(200);
      HttpResponse<String> last = answers.getLast();
      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(header(last, "Retry-After")).isEqualTo("1");
      assertThat(json(last).path("detail").asString()).contains("too many requests");
      assertThat(service.get("/livez").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void boundsTheRateBehindATrustedProxy() {
    Access access = new Access(List.of(), 1, List.of("127.0.0.0/8"), List.of());
    try (TestService service = start(access)) {
      for (int i = 0; i < 10; i++) {
        String forwarded = "1.2.3.4, 10.0.0." + i;
        assertThat(service.get(PATH, "X-Forwarded-For", forwarded).statusCode()).isEqualTo(200);
      }
      List<HttpResponse<String>> answers =
          untilRefused(
              // What a proxy adds as a line of its own comes after what the client wrote.
              i ->
                  service.get(
                      PATH, "X-Forwarded-For", "1.2.3." + i, "X-Forwarded-For", "10.9.9.9"));
      assertThat(answers.getLast().statusCode()).isEqualTo(429);
    }
  }

  /// The answers until one is 429. How many that takes depends on how fast the machine is, since a
  /// client may send one more each second.
  private static List<HttpResponse<String>> untilRefused(
      IntFunction<HttpResponse<String>> request) {
    List<HttpResponse<String>> answers = new ArrayList<>();
    do {
      answers.add(request.apply(answers.size()));
    } while (answers.getLast().statusCode() != 429 && answers.size() < 100);
    return answers;
  }

  @Test
  void letsOtherPagesAskWhereTheyAreNamed() {
    Access access = new Access(List.of(KEY), 0, List.of(), List.of("https://repository.example"));
    try (TestService service = start(access)) {
      HttpRequest.Builder preflight =
          service
              .request(
                  PATH,
                  "Origin",
                  "https://repository.example",
                  "Access-Control-Request-Method",
                  "GET",
                  "Access-Control-Request-Headers",
                  "x-api-key")
              .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
      HttpResponse<String> allowed = service.send(preflight);
      assertThat(allowed.statusCode()).isEqualTo(200);
      assertThat(header(allowed, "Access-Control-Allow-Origin"))
          .isEqualTo("https://repository.example");
      HttpResponse<String> answer =
          service.get(PATH, "Origin", "https://repository.example", "X-API-Key", KEY);
      assertThat(header(answer, "Access-Control-Allow-Origin"))
          .isEqualTo("https://repository.example");
      assertThat(header(answer, "Access-Control-Expose-Headers")).contains("ETag");
      HttpResponse<String> other =
          service.get(PATH, "Origin", "https://repositoryxexample", "X-API-Key", KEY);
      assertThat(header(other, "Access-Control-Allow-Origin")).isEmpty();
      assertThat(other.headers().allValues("Vary")).contains("Accept");
    }
  }

  @Test
  void letsNoOtherPageAskUnlessOneIsNamed() {
    try (TestService service = start(Access.OPEN)) {
      assertThat(service.get(PATH, "Origin", "https://any.example").headers().map())
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void refusesSettingsThatCannotBeMeant() {
    assertThatThrownBy(() -> new Access(List.of("short"), 0, List.of(), List.of()))
        .hasMessageContaining("16 characters");
    assertThatThrownBy(() -> new Access(List.of(), -1, List.of(), List.of()))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> new Access(List.of(), 0, List.of("10.0.0.0/99"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
