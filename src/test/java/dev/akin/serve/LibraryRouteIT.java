package dev.akin.serve;

import static dev.akin.serve.TestService.header;
import static dev.akin.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.model.EmbedException;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SmallIndex;
import dev.akin.serve.guard.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Libraries of references, sent to a service whose model is still being loaded: what the index
/// does not have is not read in time.
class LibraryRouteIT {
  private static final String PATH = "/v1/library?mode=semantic&floor=0";
  private static final String EAST =
      "@misc{k1, title = {Trees facing sunrise}, author = {Ada east}}\n";
  private static final String UNKNOWN =
      "@misc{k2, title = {A paper that no index in this test has}}\n";
  private static final int MEBIBYTE = 1 << 20;

  /// Time enough for a busy machine.
  private static final Limits LIMITS =
      new Limits(
          Duration.ofMinutes(1),
          TestModels.LIMITS.bodyBytes(),
          Duration.ofSeconds(20),
          Duration.ofMinutes(1),
          TestModels.LIMITS.running(),
          TestModels.LIMITS.waiting(),
          TestModels.LIMITS.cacheBytes(),
          TestModels.LIMITS.stop(),
          TestModels.LIMITS.farewell());

  @TempDir private static Path folder;
  private static PaperIndex index;
  private static TestService service;

  @BeforeAll
  static void start() {
    SmallIndex.write(folder);
    index = new LuceneStore(folder).open(PaperIndex.Check.NOTHING);
    Recommender recommender =
        new Recommender(
            index,
            () -> {
              throw EmbedException.notLoaded();
            });
    service = TestService.of(index, recommender, LIMITS);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpResponse<String> send(String path, String type, byte[] body) {
    return service.send(
        service
            .request(path, "Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static HttpResponse<String> send(String path, String body) {
    return send(path, "application/x-bibtex", bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        gzip.write(bytes);
      }
    }
    return packed.toByteArray();
  }

  static Stream<Arguments> formats() throws IOException {
    String ris = "TY  - JOUR\nTI  - Trees facing sunrise\nAU  - east, Ada\nER  - \n";
    String csl =
        """
        [{"type": "article", "title": "Trees facing sunrise",
          "author": [{"family": "east", "given": "Ada"}]}]
        """;
    String nbib = "PMID- 111\nTI  - Trees facing sunrise\nFAU - east, Ada\n\n";
    return Stream.of(
        Arguments.of("application/x-bibtex", bytes(EAST)),
        Arguments.of("application/x-research-info-systems", bytes(ris)),
        Arguments.of("application/vnd.citationstyles.csl+json", bytes(csl)),
        Arguments.of("application/json", bytes(csl)),
        Arguments.of("text/plain; charset=utf-8", bytes(nbib)),
        Arguments.of("text/csv", bytes("title,authors\nTrees facing sunrise,Ada east\n")),
        Arguments.of("application/gzip", gzip(bytes(EAST), 1)),
        Arguments.of("application/octet-stream", bytes(ris)),
        // what curl says of --data-binary
        Arguments.of("application/x-www-form-urlencoded", bytes(EAST)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void readsEveryFormatByItsContent(String type, byte[] library) {
    HttpResponse<String> response = send(PATH, type, library);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode answer = json(response);
    assertThat(answer.path("library").toString())
        .isEqualTo(
            "{\"entries\":1,\"matched\":1,\"matchedBy\":{\"title\":1},\"texts\":0,\"leftOut\":0,"
                + "\"unread\":0,\"skipped\":0,\"problems\":[]}");
    assertThat(ids(answer)).containsExactly("northeast", "north", "west");
    assertThat(answer.has("partial")).isFalse();
  }

  private static List<String> ids(JsonNode answer) {
    return answer
        .path("interests")
        .valueStream()
        .flatMap(interest -> interest.path("results").valueStream())
        .map(result -> result.path("id").asString())
        .toList();
  }

  private static byte[] form(String... parts) {
    return bytes(
        Stream.of(parts)
            .map(part -> "--edge\r\nContent-Disposition: form-data; name=" + part + "\r\n")
            .collect(Collectors.joining("", "", "--edge--\r\n")));
  }

  private static HttpResponse<String> sendForm(byte[] body) {
    return send("/v1/library?mode=semantic", "multipart/form-data; boundary=edge", body);
  }

  @Test
  void takesTheFormOfAPage() {
    HttpResponse<String> response =
        sendForm(
            form(
                "\"file\"; filename=\"C:\\\\papers\\\\my.bib\"\r\n\r\n" + EAST + "@misc{broken}",
                "\"limit\"\r\n\r\n1",
                "\"floor\"\r\n\r\n0",
                "\"id\"\r\n\r\nnorth",
                "\"not\"\r\n\r\nwest"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode answer = json(response);
    assertThat(answer.path("interests").path(0).path("query").path("negatives").toString())
        .isEqualTo("[{\"id\":\"west\"}]");
    assertThat(ids(answer)).containsExactly("northeast");
    assertThat(answer.at("/library/problems/0/file").asString()).isEqualTo("my.bib");
    assertThat(answer.at("/library/problems/0/line").asInt()).isEqualTo(2);
  }

  @Test
  void refusesAFormWithoutAFileOrWithoutAnEnd() {
    assertThat(json(sendForm(form("\"limit\"\r\n\r\n1"))).path("detail").asString())
        .isEqualTo("file: is missing; the form must have a file in this field");
    HttpResponse<String> twice =
        sendForm(form("\"file\"\r\n\r\n" + EAST, "\"file\"\r\n\r\n" + EAST));
    assertThat(json(twice).path("detail").asString()).isEqualTo("file: is given more than once");
    HttpResponse<String> cut = sendForm(bytes("--edge\r\nContent-Disposition: form-data"));
    assertThat(cut.statusCode()).as(cut.body()).isEqualTo(400);
    assertThat(json(cut).path("detail").asString()).startsWith("the form is damaged: ");
    HttpResponse<String> large =
        sendForm(form("\"file\"\r\n\r\n" + EAST, "\"id\"\r\n\r\n" + "a".repeat(65_537)));
    assertThat(json(large).path("detail").asString()).isEqualTo("id: is longer than 65,536 bytes");
    HttpResponse<String> unknown = sendForm(form("\"file\"\r\n\r\n" + EAST, "\"limt\"\r\n\r\n1"));
    assertThat(json(unknown).path("field").asString()).isEqualTo("limt");
  }

  @ParameterizedTest
  @CsvSource({
    "bibtex, application/x-bibtex",
    "ris, application/x-research-info-systems",
    "csl-json, application/vnd.citationstyles.csl+json",
    "csv, text/csv",
    "atom, application/atom+xml",
    "html, text/html"
  })
  void answersInEveryForm(String format, String type) {
    HttpResponse<String> response = send(PATH + "&format=" + format, EAST);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).startsWith(type);
    assertThat(response.body()).contains("Trees facing a cold wind");
  }

  @Test
  void looksAsOpenApiSays() {
    OpenApiDocument document =
        new OpenApiDocument(
            JsonMapper.shared().readTree(DocRoutes.class.getResourceAsStream("openapi.json")));
    JsonNode answer = json(send(PATH, EAST + UNKNOWN + "@misc{broken}\n"));
    assertThat(document.faults("POST /v1/library", 200, "application/json", answer)).isEmpty();
  }

  @Test
  void countsWhatWasNotReadAndKeepsNoSuchAnswer() {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> response = send(PATH, EAST + UNKNOWN + UNKNOWN);
      JsonNode answer = json(response);
      assertThat(answer.at("/library/entries").asInt()).isEqualTo(3);
      assertThat(answer.at("/library/matched").asInt()).isEqualTo(1);
      assertThat(answer.at("/library/texts").asInt()).isZero();
      assertThat(answer.at("/library/unread").asInt()).isEqualTo(2);
      assertThat(answer.path("partial").asBoolean()).isTrue();
      assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(response, "Server-Timing")).startsWith("cache;desc=miss");
    }
    assertThat(send(PATH + "&format=atom", EAST + UNKNOWN).body())
        .contains("Related to 1 of a library's 2 entries");
  }

  @Test
  void saysThatNothingWasRead() {
    HttpResponse<String> response = send(PATH, UNKNOWN);
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(json(response).path("detail").asString())
        .isEqualTo(
            "none of the library's entries (1) was read within 60000 ms; try again in a second");
    assertThat(header(response, "Retry-After")).isEqualTo("1");
  }

  @Test
  void keepsAWholeAnswer() {
    String library = EAST + "% kept\n";
    assertThat(header(send(PATH, library), "Server-Timing")).startsWith("cache;desc=miss");
    assertThat(header(send(PATH, library), "Server-Timing")).startsWith("cache;desc=hit");
    assertThat(header(send(PATH + "&limit=1", library), "Server-Timing"))
        .startsWith("cache;desc=miss");
  }

  @Test
  void namesTheFirstTwentyProblems() {
    JsonNode library = json(send(PATH, EAST + "@misc{b, year = 1}\n".repeat(25))).path("library");
    assertThat(library.path("skipped").asInt()).isEqualTo(25);
    assertThat(library.path("problems")).hasSize(20);
    assertThat(library.at("/problems/0").toString())
        .isEqualTo("{\"file\":\"the file\",\"line\":2,\"what\":\"title is missing\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "415 | %PDF-1.7 x | the file: is a PDF; akin reads titles and abstracts",
        "415 | <html><body>x</body></html> | it is XML or HTML, but not of the ACL Anthology",
        "415 | Dear reader, this is a letter. | not in a format that akin reads; the formats are",
        "415 | <rdf:RDF xmlns=\"x\"/> | choose File > Export Library > BibTeX",
        "422 | '' | the file: is empty",
        "422 | @misc{x, year = 1} | the file has no entry that can be read; line 1: title is missing",
        "422 | [] | the file has no entry that can be read",
        "422 | @misc{n, title = {Notes}} | none of the library's entries (1) says what it is about"
      })
  void saysWhatIsWrongWithAFile(int status, String file, String detail) {
    HttpResponse<String> response = send(PATH, file);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).path("detail").asString()).contains(detail);
  }

  @Test
  void refusesALibraryOfTooManyEntries() {
    String many =
        IntStream.rangeClosed(0, 5_000)
            .mapToObj("@misc{k%1$d, title = {Paper of number %1$d}}\n"::formatted)
            .collect(Collectors.joining());
    HttpResponse<String> response = send(PATH, many);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
    assertThat(json(response).path("detail").asString())
        .isEqualTo("the file has more than 5,000 entries; send a part of it");
  }

  @Test
  void doesNotUnpackABomb() throws IOException {
    HttpResponse<String> response =
        send(PATH, "application/gzip", gzip(bytes(EAST + "% nothing\n".repeat(100_000)), 100));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
    assertThat(json(response).path("detail").asString())
        .contains("is longer than 10,485,760 bytes after unpacking; send a part of it");
  }

  /// The client learns it before it has sent anything.
  @Test
  void refusesALargeBodyAtItsHeader() throws IOException {
    try (Wire wire = Wire.to(service.port())) {
      Wire.Answer answer = wire.ask(head("Content-Length: " + 50 * MEBIBYTE));
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body()).contains("the body is larger than 10,485,760 bytes");
      assertThat(answer.closes()).isTrue();
      assertThat(wire.isClosed()).isTrue();
    }
  }

  private static String head(String header) {
    return "POST /v1/library HTTP/1.1\r\nHost: akin\r\n" + header + "\r\n\r\n";
  }

  @Test
  void refusesALargeBodyThatDoesNotSayItsLength() throws IOException {
    try (Wire wire = Wire.to(service.port())) {
      wire.write(head("Transfer-Encoding: chunked"));
      String chunk = "100000\r\n" + "%".repeat(MEBIBYTE) + "\r\n";
      for (int i = 0; i < 10; i++) {
        wire.write(chunk);
      }
      Wire.Answer answer = wire.ask("1\r\n%\r\n");
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.closes()).isTrue();
    }
  }

  @Test
  void takesTenMebibytes() {
    String library = EAST + "%".repeat(10 * MEBIBYTE - EAST.length());
    assertThat(send(PATH, library).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
        "<!ENTITY x \"y\"><!ENTITY xx \"&x;&x;&x;&x;&x;&x;&x;&x;&x;\">"
      })
  void resolvesNoEntities(String entity) {
    String xml =
        """
        <!DOCTYPE collection [%s]>
        <collection id="c"><volume id="1"><paper id="1"><title>Trees facing sunrise &x;</title>
        </paper></volume></collection>
        """
            .formatted(entity);
    HttpResponse<String> response = send(PATH, xml);
    assertThat(response.statusCode()).isIn(415, 422);
    assertThat(response.body()).doesNotContain("root:");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(send("/v1/library?limt=3", EAST).statusCode()).isEqualTo(400);
    assertThat(send("/v1/library?aspect=method", EAST).statusCode()).isEqualTo(400);
    HttpResponse<String> unknown = send(PATH + "&not=nobody", EAST);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(json(unknown).path("field").asString()).isEqualTo("not");
  }
}
