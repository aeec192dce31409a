package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.recommend.SmallIndex;
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

/// What `akin bench` does with a model that has no rewritten graphs.
class BenchCommandTest {
  @TempDir Path folder;
  private Path papers;

  @BeforeEach
  void makeModelAndPapers() throws IOException {
    model("tiny", "mean", "fp32");
    papers = folder.resolve("papers.jsonl");
    Files.writeString(
        papers,
        """
        {"id":"1","title":"a b"}
        {"id":"2","title":"b"}
        {"id":"3","title":"a b c c"}
        """);
  }

  private Path model(String name, String pooling, String precision) {
    return Folders.tiny(
            folder.resolve("models").resolve(name),
            TinyModel.giving(TinyModel.Output.STATES),
            card -> card.put("name", name).put("pooling", pooling).put("precision", precision))
        .path();
  }

  private CommandRun bench(String... arguments) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("bench", "--models", folder.resolve("models").toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private CommandRun benchTiny(String... arguments) {
    return bench(
        Stream.concat(
                Stream.of("--model", "tiny", "--texts", papers.toString(), "--quiet"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) {
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void measuresThePublishedGraphAndSaysHowToGetTheOthers() {
    JsonNode json = json(benchTiny("--format", "json", "--threads", "1", "--rounds", "2"));
    assertThat(json.propertyNames())
        .containsExactly(
            "model",
            "processors",
            "threads",
            "texts",
            "tokens",
            "rounds",
            "tokensPerSecond",
            "timesPublished",
            "cosineToPublished",
            "singleTextMillis",
            "settings",
            "absent");
    assertThat(json.get("model").stringValue()).isEqualTo("tiny");
    assertThat(json.get("threads").intValue()).isEqualTo(1);
    assertThat(json.get("rounds").intValue()).isEqualTo(2);
    assertThat(json.get("texts").intValue()).isEqualTo(3);
    assertThat(json.get("tokens").intValue()).isEqualTo(2 + 1 + 4);
    assertThat(json.get("tokensPerSecond").propertyNames()).containsExactly("published");
    assertThat(json.at("/tokensPerSecond/published").longValue()).isPositive();
    assertThat(json.get("timesPublished").isEmpty()).isTrue();
    assertThat(json.get("cosineToPublished").isEmpty()).isTrue();
    assertThat(json.at("/settings/published").propertyNames())
        .containsExactly("workers", "threads", "tokensPerBatch");
    assertThat(json.get("absent").propertyNames()).containsExactly("fp32", "balanced", "fast");
    assertThat(json.at("/absent/fast").stringValue())
        .isEqualTo("it was not made for this machine; make it with: akin models rewrite tiny");
  }

  @Test
  void timesAPhraseAndAnAbstractOneAtATime() {
    JsonNode millis = json(benchTiny("--format", "json")).at("/singleTextMillis/published");
    assertThat(millis.propertyNames()).containsExactly("phrase", "abstract");
    for (JsonNode single : millis) {
      assertThat(single.propertyNames()).containsExactly("tokens", "p50", "p99");
      assertThat(single.get("tokens").intValue()).as("a b is of middle length").isEqualTo(2);
      assertThat(single.get("p50").doubleValue())
          .isPositive()
          .isLessThanOrEqualTo(single.get("p99").doubleValue());
    }
  }

  @Test
  void comparesWithAModelOf8Bits() {
    Path int8 = model("tiny-int8", "cls", "int8");
    JsonNode json = json(benchTiny("--format", "json", "--count", "2", "--beside", "" + int8));
    assertThat(json.get("tokensPerSecond").propertyNames())
        .containsExactly("published", "publishedInt8");
    assertThat(json.at("/timesPublished/publishedInt8").doubleValue()).isPositive();
    // b: [2, 1] by both. a b: [1.5, 1] by the mean, [1, 1] by the first, a cosine of
    // 2.5 / sqrt(3.25 · 2) = 0.98058
    JsonNode cosine = json.at("/cosineToPublished/publishedInt8");
    assertThat(cosine.propertyNames()).containsExactly("mean", "min");
    assertThat(cosine.get("min").doubleValue()).isCloseTo(0.98058, within(1e-5));
    assertThat(cosine.get("mean").doubleValue()).isCloseTo((1 + 0.98058) / 2, within(1e-5));
  }

  @Test
  void printsATable() {
    Path int8 = model("tiny-int8", "cls", "int8");
    CommandRun run = benchTiny("--beside", int8.toString(), "--rounds", "1", "--threads", "1");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).matches("tiny · \\d+ processors · 3 texts of 7 tokens · 1 rounds");
    assertThat(lines.get(1))
        .isEqualTo("each graph: workers 1, threads of each 1, tokens a batch 512");
    assertThat(lines.get(3)).contains("cosine to published", "phrase (2), ms", "abstract (2), ms");
    assertThat(lines.get(4)).matches("graph +tokens/s +ratio +mean +least +p50 +p99 +p50 +p99");
    assertThat(lines.get(5)).matches("published +[\\d,]+ +1 +– +–( +\\d+\\.\\d\\d){4}");
    assertThat(lines.get(6))
        .matches(
            "publishedInt8 +[\\d,]+ +\\d+\\.\\d\\d +0\\.9\\d{4} +0\\.9\\d{4}( +\\d+\\.\\d\\d){4}");
    assertThat(lines.subList(3, 7)).allMatch(line -> line.length() <= 100);
    assertThat(lines.subList(4, 7)).extracting(String::length).containsOnly(lines.get(3).length());
    assertThat(run.out())
        .contains(
            "not here: fp32: it was not made for this machine; make it with: akin models rewrite"
                + " tiny");
  }

  @Test
  void measuresSearchesOfAnIndex() throws IOException {
    Path index = folder.resolve("index");
    SmallIndex.write(index);
    JsonNode searches =
        json(benchTiny("--format", "json", "--index", index.toString())).get("searches");
    assertThat(searches.propertyNames()).containsExactly("queries", "recallAt10", "medianMillis");
    assertThat(searches.get("recallAt10").doubleValue()).isEqualTo(1);
    assertThat(benchTiny("--index", index.toString()).out()).contains("searches: median ");
    assertThat(benchTiny("--index", folder.resolve("none").toString()).code()).isEqualTo(66);
  }

  @Test
  void embedsTheSamplePapersWhereNoneAreNamed() {
    CommandRun run = bench("--model", "tiny", "--rounds", "1");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(" 60 texts of ");
    assertThat(run.err()).startsWith("akin: loading and measuring the graphs of tiny …");
  }

  @Test
  void namesRefusedRecordsAndRefusesAFileWithoutTexts() throws IOException {
    Files.writeString(papers, "{\"id\":\"1\",\"title\":\"a\"}\n{\"id\":\"2\"}\n");
    CommandRun run = benchTiny("--rounds", "1");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains(papers + ":2: ");

    Files.writeString(papers, "{\"id\":\"1\",\"title\":\" \",\"abstract\":\"\"}\n");
    CommandRun none = benchTiny();
    assertThat(none.code()).isEqualTo(66);
    assertThat(none.err()).contains(papers + ": holds no paper with a text");
    Files.delete(papers);
    assertThat(benchTiny().code()).isEqualTo(66);
  }

  @Test
  void refusesAModelThatCannotBeComparedWith64() {
    Path fp32 = model("tiny-fp32", "mean", "fp32");
    CommandRun notInt8 = benchTiny("--beside", fp32.toString());
    assertThat(notInt8.code()).isEqualTo(64);
    assertThat(notInt8.err()).contains("tiny-fp32 was published in fp32, not with weights of 8");

    Path wide = Folders.withCard(folder.resolve("wide"), card -> card.put("precision", "int8"));
    CommandRun otherWidth = benchTiny("--beside", wide.toString());
    assertThat(otherWidth.code()).isEqualTo(64);
    assertThat(otherWidth.err()).contains("384 dimensions and tiny of 2");
  }

  @Test
  void refusesAModelThatIsNotThere() throws IOException {
    assertThat(bench("--model", "none").code()).isEqualTo(66);
    Files.delete(folder.resolve("models/tiny/model.onnx"));
    assertThat(benchTiny().code()).isEqualTo(66);
    Files.writeString(folder.resolve("models/tiny/model.onnx"), "something else");
    assertThat(benchTiny().code()).isEqualTo(78);
  }
}
