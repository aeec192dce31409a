package dev.akin.serve;

import static dev.akin.serve.TestService.header;
import static dev.akin.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Waiting;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.lucene.Samples;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.recommend.Recommender;
import dev.akin.serve.guard.Limits;
import dev.akin.vector.TextVectors;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// R41: answers that take long. All papers are in German, and whether the model knows German takes
/// a processor until the test says that it is over.
@Timeout(60)
class DeadlineIT {
  private static final int LONG_ANSWERS = 8;
  private static final int CLIENTS = 100;
  private static final Duration PATIENT = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir private static Path folder;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger computed = new AtomicInteger();
  private PaperIndex index;

  @BeforeAll
  static void write() {
    try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(Samples.SPACE))) {
      for (int i = 0; i < LONG_ANSWERS; i++) {
        Paper paper = Paper.of("p" + i, "Titel " + i, "").inLanguage("de");
        TextKey key = TextKey.of(paper.title());
        writer.addText(key, TextVectors.of(Samples.vectorOf(paper.title())));
        writer.upsert(paper, key);
      }
      writer.commit();
    }
  }

  @BeforeEach
  void open() {
    index = new LuceneStore(folder).open(PaperIndex.Check.NOTHING);
  }

  @AfterEach
  void close() {
    over.set(true);
    index.close();
  }

  private TestService service(Duration deadline) {
    Recommender recommender =
        new Recommender(
            index,
            () -> {
              throw new IllegalStateException("no model here");
            },
            this::computesLong);
    return TestService.of(index, recommender, with(deadline));
  }

  private boolean computesLong(String language) {
    computed.incrementAndGet();
    while (!over.get()) {
      Thread.onSpinWait();
    }
    return true;
  }

  private static Limits with(Duration deadline) {
    Limits usual = TestModels.LIMITS;
    return new Limits(
        deadline,
        usual.bodyBytes(),
        usual.receive(),
        PATIENT,
        2 * CLIENTS,
        CLIENTS,
        usual.cacheBytes(),
        usual.stop(),
        usual.farewell());
  }

  private static String related(int paper) {
    return "/v1/related?floor=0&id=p" + paper;
  }

  /// Asks from as many clients at the same time as there are numbers.
  private static List<Thread> ask(
      TestService service, IntStream papers, Queue<HttpResponse<String>> answers) {
    return papers
        .mapToObj(paper -> Thread.ofVirtual().start(() -> answers.add(service.get(related(paper)))))
        .toList();
  }

  private static void join(List<Thread> clients) throws InterruptedException {
    for (Thread client : clients) {
      client.join();
    }
  }

  /// Without platform threads of their own, as many long answers as there are processors would keep
  /// everybody else waiting.
  @Test
  void saysThatItIsAliveWhileLongAnswersAreComputed() throws InterruptedException {
    try (TestService service = service(PATIENT)) {
      Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
      List<Thread> clients = ask(service, IntStream.range(0, LONG_ANSWERS), answers);
      Waiting.until(
          () ->
              service
                  .get("/metrics")
                  .body()
                  .contains("akin_http_requests_running " + (LONG_ANSWERS + 1) + ".0"));
      assertThat(service.get("/livez").body()).isEqualTo("ok");
      assertThat(service.get("/readyz").body()).matches("ready|checking: .*");
      assertThat(answers).isEmpty();
      over.set(true);
      join(clients);
      assertThat(answers).hasSize(LONG_ANSWERS).allMatch(answer -> answer.statusCode() == 200);
    }
  }

  @Test
  void computesOnceWhatAHundredClientsWant() throws InterruptedException {
    try (TestService service = service(PATIENT)) {
      Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
      List<Thread> clients = ask(service, IntStream.generate(() -> 0).limit(CLIENTS), answers);
      Waiting.until(
          () ->
              service
                  .get("/metrics")
                  .body()
                  .contains("akin_http_requests_running " + (CLIENTS + 1) + ".0"));
      over.set(true);
      join(clients);
      assertThat(answers).hasSize(CLIENTS).allMatch(answer -> answer.statusCode() == 200);
      assertThat(computed).hasValue(1);
    }
  }

  @Test
  void givesUpAtTheDeadline() {
    try (TestService service = service(SHORT)) {
      HttpResponse<String> late = service.get(related(0));
      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(json(late).path("detail").asString())
          .containsAnyOf("no answer within 200 ms", "the search did not end within 200 ms");
      assertThat(header(late, "Retry-After")).isEqualTo("1");
      assertThat(header(late, "ETag")).isEmpty();
      over.set(true);
      Waiting.until(() -> service.get(related(0)).statusCode() == 200);
    }
  }

  @Test
  void givesUpEachQueryOfABatch() {
    try (TestService service = service(SHORT)) {
      String query = "{\"positives\":[{\"id\":\"p0\"}]}";
      HttpResponse<String> batch =
          service.post("/v1/related/batch", "{\"queries\":[" + query + "," + query + "]}");
      assertThat(batch.statusCode()).isEqualTo(200);
      assertThat(json(batch).at("/answers/0/status").asInt()).isEqualTo(503);
      assertThat(json(batch).at("/answers/1/problem/detail").asString())
          .isEqualTo("the time for the whole batch was over before this query");
    }
  }
}
