package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `--format json` on the commands that print a result, and the spellings of before.
class JsonTest {
  @TempDir Path folder;
  private Path papers;

  @BeforeEach
  void index() throws IOException {
    Folders.tiny(
        folder.resolve("models/tiny"),
        TinyModel.giving(TinyModel.Output.STATES),
        card -> card.put("name", "tiny"));
    papers = folder.resolve("papers.jsonl");
    Files.writeString(
        papers,
        """
        {"id":"1","title":"a b"}
        {"id":"2","title":"b"}
        {"id":"3","title":"a b c c"}
        """);
    JsonNode summary = json("index", papers.toString(), "--model", "tiny", "--models", models());
    assertThat(summary.path("indexed").asInt()).isEqualTo(3);
  }

  private String models() {
    return folder.resolve("models").toString();
  }

  private CommandRun run(String... arguments) {
    CommandRun run =
        CommandRun.of(
            Stream.concat(
                    Stream.of(arguments),
                    arguments[0].equals("models")
                        ? Stream.of("--models", models())
                        : Stream.of("--index", folder.resolve("index").toString()))
                .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private JsonNode json(String... arguments) {
    String out =
        run(Stream.concat(Stream.of(arguments), Stream.of("--format", "json"))
                .toArray(String[]::new))
            .out();
    assertThat(out.lines()).hasSize(1);
    return JsonMapper.shared().readTree(out);
  }

  @Test
  void everyCommandPrintsAnObject() {
    String kept = folder.resolve("kept").toString();
    assertThat(json("related", "1", "--mode", "lexical").path("results").isArray()).isTrue();
    assertThat(json("search", "b", "--mode", "lexical").path("results").isArray()).isTrue();
    assertThat(json("info").at("/index/papers").asInt()).isEqualTo(3);
    assertThat(json("verify", "--models", models()).path("whole").asBoolean()).isTrue();
    assertThat(json("snapshot", kept).path("papers").asInt()).isEqualTo(3);
    assertThat(json("delete", "1"))
        .hasToString(
            "{\"deleted\":1,\"alreadyDeleted\":0,\"build\":"
                + json("info").at("/index/build")
                + ",\"commit\":3}");
    assertThat(json("delete")).hasToString("{\"deleted\":[\"1\"]}");
    assertThat(json("delete", "1", "--forget").path("allowed").asInt()).isEqualTo(1);
    assertThat(json("restore", kept, "--force").path("papers").asInt()).isEqualTo(3);
    assertThat(json("models").get("models").toString())
        .contains("{\"name\":\"tiny\",\"state\":\"whole\",\"license\":");
    JsonNode report = json("report", "--out", folder.resolve("report").toString(), "--quiet");
    assertThat(report.path("papers").asInt()).isEqualTo(3);
  }

  @Test
  void exportSaysWhatItWroteAsJsonWhateverItWrote() {
    String out = folder.resolve("vectors").toString();
    JsonNode summary = json("export", "--out", out, "--as", "parquet");
    assertThat(summary.path("papers").asInt()).isEqualTo(3);
    assertThat(summary.path("files").toString()).isEqualTo("[\"vectors.parquet\"]");
    assertThat(folder.resolve("vectors/vectors.parquet")).exists();
  }

  @Test
  void theSpellingsOfBeforeStillWork() {
    String out = folder.resolve("lines").toString();
    assertThat(run("export", "--out", out, "--format", "jsonl").out()).contains("vectors.jsonl");
    for (List<String> old :
        List.of(
            List.of("--summary", "json"), List.of("--summary", "JSON", "--format", "akin-json"))) {
      String[] arguments =
          Stream.concat(Stream.of("index", papers.toString(), "--models", models()), old.stream())
              .toArray(String[]::new);
      assertThat(JsonMapper.shared().readTree(run(arguments).out()).path("unchanged").asInt())
          .isEqualTo(3);
    }
    assertThat(run("index", papers.toString(), "--models", models(), "--summary", "text").out())
        .startsWith("3 read = 0 indexed + 0 updated + 3 unchanged + 0 duplicates + 0 skipped");
  }

  @Test
  void namesTheFormatOfTheInput() throws IOException {
    Path file = Files.writeString(folder.resolve("x.txt"), "{\"id\":\"4\",\"title\":\"c\"}\n");
    for (String option : List.of("--input-format", "--format")) {
      assertThat(
              run("index", file.toString(), "--models", models(), option, "akin-json", "--dry-run")
                  .out())
          .startsWith("1 read = 1 indexed");
    }
  }
}
