package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndexWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An index that akin made at commit 5d349a0: the seven papers of `old-index.jsonl` and five of a
/// harvest, of which `wool-6` and `oai:x:3` were deleted.
class OldIndexIT {
  private static final int PAPERS = 10;
  private static final int NEW_PAPERS = 300;
  private static final int KILLS = 3;
  private static final int MAX_MILLIS = 6_000;
  private static final String DELETED = "oai:x:3\nwool-6\n";
  private static final String HARVEST =
      "harvest since of http://127.0.0.1:8765/oai oai_dc set=null from=null until=null";

  @TempDir Path folder;
  private String index = "";

  @BeforeEach
  void copyTheIndex() throws IOException {
    Path target = folder.resolve("index");
    index = target.toString();
    Path old = resource("old-index");
    try (Stream<Path> files = Files.walk(old)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        Files.copy(file, target.resolve(old.relativize(file).toString()));
      }
    }
  }

  private static Path resource(String name) {
    return Path.of(Objects.requireNonNull(OldIndexIT.class.getResource(name)).getPath());
  }

  private CommandRun akin(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--index", index)).toArray(String[]::new);
    CommandRun run = CommandRun.of(all);
    assertThat(run.code()).as("%s: %s%s", List.of(arguments), run.out(), run.err()).isZero();
    return run;
  }

  private static JsonNode json(CommandRun run) {
    return JsonMapper.shared().readTree(run.out());
  }

  private int papers() {
    return json(akin("info", "--format", "json")).path("index").path("papers").asInt();
  }

  /// The vectors of all papers, and their ids, as bytes.
  private List<byte[]> vectors(String name) throws IOException {
    Path out = folder.resolve(name);
    akin("export", "--as", "npy", "--out", out.toString());
    return List.of(
        Files.readAllBytes(out.resolve("vectors.npy")), Files.readAllBytes(out.resolve("ids.npy")));
  }

  @Test
  void everyCommandWorksOnItAsItIs() {
    assertThat(papers()).isEqualTo(PAPERS);
    assertThat(akin("delete").out()).isEqualTo(DELETED);
    assertThat(json(akin("related", "wool-1", "--floor", "0", "--format", "json")).path("results"))
        .isNotEmpty();
    assertThat(akin("search", "knots under load").out()).contains("A model of knots under load");
    assertThat(akin("verify").out()).contains("The index is whole.");
    akin("export", "--records", "--out", folder.resolve("records").toString());
    akin("report", "--out", folder.resolve("report").toString());
    akin("snapshot", folder.resolve("snapshot").toString());
    akin("delete", "wool-7");
    assertThat(akin("delete").out()).isEqualTo(DELETED + "wool-7\n");
  }

  @Test
  void isTakenOverWithoutEmbeddingAText() throws IOException {
    List<byte[]> before = vectors("before");
    JsonNode done =
        json(akin("index", resource("old-index.jsonl").toString(), "--format", "json", "--quiet"));
    assertThat(done.path("tokens").asInt()).isZero();
    assertThat(done.path("indexed").asInt()).isZero();
    assertThat(done.path("keptOut").asInt()).isEqualTo(1);
    assertThat(vectors("after")).usingRecursiveComparison().isEqualTo(before);
    isComplete(PAPERS);
  }

  private void isComplete(int papers) {
    assertThat(papers()).isEqualTo(papers);
    assertThat(akin("delete").out()).isEqualTo(DELETED);
    assertThat(akin("verify").out()).contains("The index is whole.");
    try (PaperIndexWriter writer = new LuceneStore(Path.of(index)).writer()) {
      assertThat(writer.note(HARVEST)).isEqualTo("2026-11-28");
      assertThat(writer.renew(1)).isZero();
    }
  }

  @Test
  void isTakenOverByAJobThatIsKilledAndRunAgain() throws Exception {
    Path input = folder.resolve("new.jsonl");
    Files.write(
        input,
        Stream.concat(
                Files.readAllLines(resource("old-index.jsonl")).stream(),
                IntStream.range(0, NEW_PAPERS).mapToObj(OldIndexIT::paper))
            .toList());
    Random random = Seed.random();
    for (int kill = 0; kill < KILLS; kill++) {
      Process job = start(input);
      boolean ended = job.waitFor(500 + random.nextInt(MAX_MILLIS), TimeUnit.MILLISECONDS);
      job.destroyForcibly().waitFor(); // SIGKILL
      assertThat(ended ? job.exitValue() : 0).isZero();
    }
    akin("index", input.toString(), "--quiet");
    isComplete(PAPERS + NEW_PAPERS);
  }

  private static String paper(int number) {
    return """
    {"id": "new-%1$d", "title": "On loom %1$d", "abstract": "We weave %1$d ells of cloth on a loom of \
    oak, and count the threads that break in each of them. Fewer break in wet years than in dry ones."}\
    """
        .formatted(number);
  }

  private Process start(Path input) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx768m",
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules",
            "jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path"),
            Akin.class.getName(),
            "index",
            input.toString(),
            "--index",
            index,
            "--quiet")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("job.txt").toFile())
        .start();
  }
}
