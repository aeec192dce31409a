package dev.akin.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Tools;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.ServedModels;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.AkinServer;
import dev.akin.serve.OpenApiDocument;
import dev.akin.serve.OtherSite;
import dev.akin.serve.ServeOptions;
import dev.akin.serve.guard.Access;
import dev.akin.serve.guard.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The examples of README and its pages, run as they stand, each page in a [DocumentedFolder] of
/// its own and against a service of the sample papers.
class ExamplesIT {
  private static final String DOCUMENTED = "http://127.0.0.1:7070";
  private static final Map<String, List<String>> COMMANDS =
      Map.of(
          "sh", List.of("bash", "-euo", "pipefail"),
          "js", List.of("node"),
          "python", List.of("python3"),
          "java",
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--add-modules=jdk.incubator.vector",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-cp",
                  System.getProperty("java.class.path")));

  /// The examples show what is answered, not how fast on a busy machine.
  private static final Limits PATIENT =
      new Limits(
          Duration.ofMinutes(1),
          Limits.DEFAULT.bodyBytes(),
          Limits.DEFAULT.receive(),
          Limits.DEFAULT.send(),
          Limits.DEFAULT.running(),
          Limits.DEFAULT.waiting(),
          Limits.DEFAULT.cacheBytes(),
          Limits.DEFAULT.stop(),
          Duration.ZERO);

  @TempDir private static Path folder;
  private static DocumentedFolder documented;
  private static PaperIndex index;
  private static LazyEmbedders embedders;
  private static AkinServer server;

  @BeforeAll
  static void start() throws IOException {
    documented = DocumentedFolder.make(folder);
    index = new LuceneStore(documented.demo()).open(PaperIndex.Check.FILES);
    Models models = Models.of(ModelFolder.open(Path.of("models/all-minilm-l6-v2")));
    embedders = new LazyEmbedders(models, EmbedOptions.onAllCores());
    ServedModels served = new ServedModels(embedders);
    served.load(index);
    server =
        AkinServer.start(
            index,
            new Recommender(index, served),
            served,
            ServeOptions.at("127.0.0.1", 0, "test")
                .withLimits(PATIENT)
                .withAccess(new Access(List.of(), 0, List.of(), List.of("*"))));
  }

  @AfterAll
  static void stop() {
    server.close();
    embedders.close();
    index.close();
  }

  static Stream<DocumentedBlock> examples() throws IOException {
    return DocumentedBlock.all().stream().filter(block -> COMMANDS.containsKey(block.language()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void runsAndPrintsWhatItsPageSays(DocumentedBlock example)
      throws IOException, InterruptedException {
    List<String> command = requireNonNull(COMMANDS.get(example.language()));
    boolean asks = example.code().contains(DOCUMENTED);
    String tool = asks && example.language().equals("sh") ? "curl" : command.getFirst();
    if (!example.language().equals("java")) {
      Tools.require(tool);
    }
    Path here = documented.of(example.page());
    String end = example.language().equals("js") ? ".mjs" : "." + example.language();
    Path script =
        Files.writeString(
            Files.createTempFile(folder, "example", end),
            example.code().replace(DOCUMENTED, address()));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(command.stream(), Stream.of(script.toString())).toList())
            .directory(here.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AKIN_"));
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String printed = Files.readString(output);
    assertThat(process.exitValue()).as(printed).isZero();
    if (asks) {
      assertThat(example.printed()).as("a block of text says what it prints").isNotEmpty();
    }
    if (!example.printed().isEmpty()) {
      assertThat(printed).containsSubsequence(example.printed());
    }
  }

  private static String address() {
    return "http://127.0.0.1:" + server.port();
  }

  @Test
  void findsTheExamples() throws IOException {
    assertThat(examples()).hasSizeGreaterThan(30);
    assertThat(examples().map(DocumentedBlock::language)).contains("sh", "js", "python", "java");
    assertThat(examples().map(block -> block.page().toString()))
        .contains("README.md", "src/docs/query.md", "src/docs/care.md");
  }

  @Test
  void showsTheBoxInTenLines() throws IOException {
    DocumentedBlock page =
        DocumentedBlock.all().stream()
            .filter(
                block -> block.page().endsWith("integrate.md") && block.language().equals("html"))
            .findFirst()
            .orElseThrow();
    assertThat(page.code().lines()).hasSizeLessThanOrEqualTo(10);
    try (OtherSite site = OtherSite.start();
        Browser browser = Browser.start()) {
      browser.open(
          site.put(page.code().replace(DOCUMENTED, address()), ""), Browser.Window.light(800, 700));
      String titles = "document.querySelector('akin-related').shadowRoot.querySelectorAll('a')";
      browser.until(titles + ".length === 5");
      assertThat(browser.evaluate(titles + "[0].textContent"))
          .asString()
          .startsWith("Neural Machine Translation by Jointly Learning");
      assertThat(browser.complaints()).isEmpty();
      browser.keepScreenshot("box-of-the-integration-page");
    }
  }

  @Test
  void explainsAsTheApiDocumentSays() throws IOException {
    OpenApiDocument document = new OpenApiDocument(json("/openapi.json"));
    for (String options : List.of("&explain=true", "&not=lamport-1978-clocks&explain=true")) {
      JsonNode answer = json("/v1/related?id=vaswani-2017-attention" + options);
      assertThat(answer.at("/results/0/why/terms").size()).isPositive();
      assertThat(document.faults("GET /v1/related", 200, "application/json", answer)).isEmpty();
    }
    JsonNode info = json("/v1/info");
    assertThat(info.at("/index").has("coverage")).isTrue();
    assertThat(document.faults("GET /v1/info", 200, "application/json", info)).isEmpty();
  }

  private static JsonNode json(String path) throws IOException {
    URL url = URI.create(address() + path).toURL();
    try (InputStream in = url.openStream()) {
      return JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
