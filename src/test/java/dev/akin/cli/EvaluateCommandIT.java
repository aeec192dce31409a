package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.evaluate.CollectionFolder;
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

/// `akin evaluate` with the real model.
class EvaluateCommandIT {
  @TempDir Path folder;
  private Path collection;

  @BeforeEach
  void collect() throws IOException {
    collection = Files.createDirectory(folder.resolve("small"));
    new CollectionFolder(collection)
        .with(
            "papers.jsonl",
            "{\"id\":\"trees\",\"title\":\"Parsing sentences into trees\"}",
            "{\"id\":\"grammar\",\"title\":\"A grammar formalism for natural language\"}",
            "{\"id\":\"sort\",\"title\":\"Sorting integers in linear time\"}",
            "{\"id\":\"heap\",\"title\":\"Heaps and priority queues\"}")
        .with("queries.jsonl", "{\"qid\":\"q\",\"paper\":\"trees\"}")
        .with("qrels.txt", "q 0 grammar 1")
        .with("phrases.jsonl", "{\"qid\":\"p\",\"text\":\"how to order numbers fast\"}")
        .with("qrels-phrases.txt", "p 0 sort 1");
  }

  private CommandRun evaluate(String... arguments) {
    return CommandRun.of(
        Stream.concat(Stream.of("evaluate", collection.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void measuresAllSystemsAndWritesTheirRuns() throws IOException {
    Path runs = folder.resolve("runs");
    CommandRun run = evaluate("--write-runs", runs.toString(), "--format", "json", "--quiet");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    JsonNode json = JsonMapper.shared().readTree(run.out());
    JsonNode semantic = json.get("systems").get(1);
    assertThat(semantic.get("model").stringValue()).isEqualTo("all-minilm-l6-v2");
    assertThat(semantic.get("metrics").get("mrr").doubleValue()).isEqualTo(1);
    JsonNode phrases = json.get("phrases").get("systems");
    assertThat(phrases.size()).isEqualTo(3);
    assertThat(phrases.get(1).get("metrics").get("mrr").doubleValue()).isEqualTo(1);
    assertThat(runs.resolve("papers-hybrid.run")).content().startsWith("q Q0 grammar 1 ");
    CommandRun again = evaluate("--run", runs.resolve("phrases-semantic.run").toString());
    assertThat(again.out()).contains("small, phrases: 1 query").doesNotContain("papers:");
  }

  @Test
  void embedsNothingTheSecondTime() {
    String index = folder.resolve("cache").toString();
    CommandRun first = evaluate("--index", index);
    assertThat(first.err()).contains("4 read = 4 indexed");
    CommandRun second = evaluate("--index", index);
    assertThat(second.err()).contains("4 read = 0 indexed + 0 updated + 4 unchanged");
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void comparesAnotherIndexOfTheSamePapers() {
    String other = folder.resolve("other").toString();
    assertThat(evaluate("--index", other).code()).isZero();
    CommandRun run =
        evaluate("--against", other, "--system", "hybrid", "--format", "json", "--quiet");
    assertThat(run.err()).isEmpty();
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(names(json)).containsExactly("hybrid", "hybrid @ other");
    JsonNode difference = json.get("comparisons").get(0).get("metrics").get("mrr");
    assertThat(difference.get("difference").doubleValue()).isZero();
  }

  @Test
  void comparesTheAspectsThatQueriesName() throws IOException {
    new CollectionFolder(collection)
        .with(
            "papers.jsonl",
            "{\"id\":\"trees\",\"title\":\"Parsing\",\"abstract\":\"Method: We build trees. Results: They"
                + " are small.\"}",
            "{\"id\":\"grammar\",\"title\":\"Grammars\",\"abstract\":\"Method: We write rules by hand."
                + " Results: They fit.\"}")
        .with(
            "queries.jsonl",
            "{\"qid\":\"m\",\"paper\":\"trees\",\"facet\":\"method\"}",
            "{\"qid\":\"r\",\"paper\":\"trees\",\"facet\":\"result\"}")
        .with("qrels.txt", "m 0 grammar 1", "r 0 grammar 1");
    CommandRun run = evaluate("--aspects", "--system", "semantic", "--format", "json", "--quiet");
    assertThat(run.err()).isEmpty();
    assertThat(names(JsonMapper.shared().readTree(run.out())))
        .contains("semantic", "semantic, own aspect", "semantic, other aspect");
  }

  private static List<String> names(JsonNode json) {
    return json.get("systems").valueStream().map(each -> each.get("system").stringValue()).toList();
  }

  @Test
  void removesATemporaryIndex() throws IOException {
    List<Path> before = temporary();
    assertThat(evaluate("--system", "lexical").code()).isZero();
    assertThat(before).containsAll(temporary()); // what a killed run left may be gone, too
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("akin-evaluate-"))
          .sorted()
          .toList();
    }
  }
}
