package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.Deadline;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.BackgroundCheck;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SmallIndex;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.monitor.ServiceMetrics;
import dev.akin.serve.page.AnswerContent;
import dev.akin.serve.page.Pages;
import dev.akin.serve.request.ParsedQuery;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.json.ScholarJson;
import dev.akin.write.text.PaperFields;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers whose search ended early. The clock stands still until an answer is computed; then most
/// of its time is over, and another search finds that out.
class PartialAnswerIT {
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final Duration MOST_OF_IT = Duration.ofMinutes(50);
  private static final ParsedQuery QUESTION =
      new ParsedQuery(
          Query.of(new Example.LikePaper("east")),
          RecommendOptions.DEFAULT.withFloor(0.0),
          PaperFields.ALL);

  private final AtomicLong now = new AtomicLong();
  private final AnswerThreads threads = new AnswerThreads(1);
  private PaperIndex index;
  private CachedReplies replies;
  private Javalin server;

  @BeforeEach
  void start(@TempDir Path folder) {
    SmallIndex.write(folder);
    index = new LuceneStore(folder).open(PaperIndex.Check.NOTHING);
    Recommender recommender =
        new Recommender(
            index,
            () -> {
              throw new IllegalStateException("no model here");
            });
    TimedAnswers timed = new TimedAnswers(threads, recommender, () -> Deadline.in(LIMIT, now::get));
    replies =
        new CachedReplies(
            index,
            timed,
            ServeOptions.at("127.0.0.1", 0, "test"),
            new ServiceMetrics(
                index,
                new TestModels(() -> true),
                index.backgroundCheck(BackgroundCheck.BYTES_PER_SECOND, _ -> {}),
                () -> 0,
                () -> 0));
    server = Javalin.create(this::configure).start(0);
  }

  @AfterEach
  void stop() {
    server.stop();
    threads.close();
    index.close();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.routes.exception(Exception.class, new Failures(new Pages(), () -> {})::answer);
    config.routes.get("/v1/related", this::related);
    config.routes.post("/v1/related", this::related);
    config.routes.get("/recommendations/v1/papers", this::scholar);
  }

  private void related(Context context) {
    String format = context.queryParam("format");
    Representation as =
        format == null
            ? Representation.JSON
            : Representation.valueOf(format.toUpperCase(Locale.ROOT));
    RequestKey asked = RequestKey.of("/v1/related", QUESTION, as);
    replies.send(
        context,
        asked,
        (recommender, snapshot) ->
            new AnswerContent(
                partial(recommender, snapshot),
                QUESTION.fields(),
                QUESTION.options().limit(),
                asked,
                new Pages().writer(context)));
  }

  private void scholar(Context context) {
    RequestKey asked = RequestKey.of("/scholar", QUESTION, Representation.JSON);
    replies.sendJson(
        context,
        asked,
        (recommender, snapshot) ->
            ScholarJson.of(partial(recommender, snapshot), ScholarJson.fields(null)));
  }

  private Answer partial(Recommender recommender, IndexSnapshot snapshot) {
    Answer found = recommender.recommend(snapshot, QUESTION.query(), QUESTION.options());
    long start = now.getAndAdd(MOST_OF_IT.toNanos());
    snapshot.phrase("wind", 1, Filter.NONE);
    now.set(start);
    assertThat(snapshot.endedEarly()).isTrue();
    return new Answer(
        found.query(),
        found.options(),
        found.liked(),
        found.disliked(),
        found.versions(),
        found.results(),
        found.belowFloor(),
        found.truncated(),
        true,
        found.unknownLanguage(),
        found.understood(),
        found.index());
  }

  private Wire.Answer ask(String request) throws IOException {
    try (Wire wire = Wire.to(server.port())) {
      return wire.ask(request);
    }
  }

  /// Computed twice, since nobody keeps the first.
  @Test
  void saysThatItIsPartialAndMayNotBeKept() throws IOException {
    for (int i = 0; i < 2; i++) {
      Wire.Answer answer = ask(Wire.get("/v1/related"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(json(answer).path("partial").asBoolean()).isTrue();
      assertThat(json(answer).path("results")).isNotEmpty();
      assertThat(answer.header("ETag")).isEmpty();
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Server-Timing")).startsWith("cache;desc=miss");
    }
  }

  @Test
  void looksAsOpenApiSays() throws IOException {
    JsonNode root =
        JsonMapper.shared().readTree(DocRoutes.class.getResourceAsStream("openapi.json"));
    assertThat(
            new OpenApiDocument(root)
                .faults(
                    "GET /v1/related", 200, "application/json", json(ask(Wire.get("/v1/related")))))
        .isEmpty();
  }

  @Test
  void saysItOnAPageForPeople() throws IOException {
    assertThat(ask(Wire.get("/v1/related?format=html")).body())
        .contains("The search took too long and was ended, so better papers may be missing.");
  }

  /// A file of papers would look like a whole one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/related?format=bibtex",
        "/v1/related?format=csv",
        "/v1/related?format=atom",
        "/recommendations/v1/papers"
      })
  void isNotSentWhereItCannotSaySo(String path) throws IOException {
    Wire.Answer answer = ask(Wire.get(path));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("ETag")).isEmpty();
    assertThat(answer.body()).contains("the search did not end within 3600000 ms");
  }

  private static JsonNode json(Wire.Answer answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
