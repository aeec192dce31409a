package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.evaluate.CollectionFolder;
import dev.akin.recommend.SmallIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `akin evaluate` does without a model.
class EvaluateCommandTest {
  @TempDir Path folder;
  private Path collection;
  private CollectionFolder files;

  @BeforeEach
  void collect() throws IOException {
    collection = Files.createDirectory(folder.resolve("small"));
    files =
        new CollectionFolder(collection)
            .with("queries.jsonl", "{\"qid\":\"q\",\"paper\":\"east\"}")
            .with("pools.jsonl", "{\"qid\":\"q\",\"candidates\":[\"west\",\"north\"]}")
            .with("qrels.txt", "q 0 north 2", "q 0 west 1")
            .with("good.run", "q Q0 north 1 2.0 x", "q Q0 west 2 1.0 x")
            .with("bad.run", "q Q0 north 2 1.0 x", "q Q0 west 1 2.0 x");
  }

  private CommandRun evaluate(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "evaluate";
    all[1] = collection.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return CommandRun.of(all);
  }

  private String file(String name) {
    return collection.resolve(name).toString();
  }

  @Test
  void measuresGivenRunsAndTheirDifference() {
    CommandRun run = evaluate("--run", file("bad.run"), "--run", file("good.run"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    // north at rank 2: 1/2; at rank 1: 1
    assertThat(run.out())
        .contains("small, papers: 1 query, ranking pools of 2 to 2 papers, relevant from grade 2")
        .containsPattern("  bad +50.00 ±")
        .containsPattern("  good +100.00 ±")
        .containsPattern("good − bad +\\+50.00 \\[\\+50.00, \\+50.00\\]")
        .contains("seed 1");
  }

  @Test
  void printsFractionsAsJson() {
    CommandRun run = evaluate("--run", file("bad.run"), "--format", "json");
    assertThat(run.code()).isZero();
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.get("collection").stringValue()).isEqualTo("small");
    assertThat(json.get("queries").intValue()).isEqualTo(1);
    JsonNode system = json.get("systems").get(0);
    assertThat(system.get("system").stringValue()).isEqualTo("bad");
    assertThat(system.get("model").isNull()).isTrue();
    assertThat(system.get("metrics").get("map").doubleValue()).isEqualTo(0.5);
    // the one paper that counts has grade 1, ideally 2
    assertThat(system.get("metrics").get("ndcg%20").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void countsTopicsOverAnIndex() throws IOException {
    Path index = folder.resolve("index");
    SmallIndex.write(index);
    Path topics = Files.writeString(folder.resolve("t.tsv"), "east\twarm\nnortheast\twarm\n");
    CommandRun run =
        CommandRun.of("evaluate", index.toString(), "--topics", topics.toString(), "--quiet");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("topics: 2 papers of 1 topic")
        .containsPattern("semantic · plane +100.00");
  }

  @Test
  void helpsWithExamplesAndExitCodes() {
    CommandRun run = CommandRun.of("evaluate", "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Usage: akin evaluate", "Examples:", "ndcg%20", "$AKIN_COLLECTION_INDEX");
    assertThat(CommandRun.of("--help").out()).contains("evaluate");
  }

  @Test
  void refusesAMissingFolderWith66() {
    CommandRun run = CommandRun.of("evaluate", folder.resolve("absent").toString());
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).contains("absent: no such file or folder");
  }

  @Test
  void refusesAMissingRunWith66() {
    CommandRun run = evaluate("--run", file("absent.run"));
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).contains("absent.run");
  }

  @Test
  void refusesAFolderThatHoldsNoCollectionWith65() {
    CommandRun run = CommandRun.of("evaluate", folder.toString());
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains(folder.toString(), "queries.jsonl", "qrels.txt");
  }

  @Test
  void refusesAMalformedLineWith65() {
    files.with("qrels.txt", "q 0 north 2", "q 0 west");
    CommandRun run = evaluate("--run", file("good.run"));
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("qrels.txt:2: ");
  }

  @Test
  void refusesARunOfOtherQueriesWith65() {
    files.with("other.run", "z Q0 north 1 1 x");
    CommandRun run = evaluate("--run", file("other.run"));
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("other.run", "small");
  }

  @Test
  void refusesSystemsWithoutPapersWith65() {
    CommandRun run = evaluate("--system", "lexical");
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("papers.jsonl");
  }

  @Test
  void refusesAnIndexOfOtherPapersWith64() {
    Path index = folder.resolve("index");
    SmallIndex.write(index);
    files.with("papers.jsonl", "{\"id\":\"east\",\"title\":\"East\"}");
    CommandRun run = evaluate("--index", index.toString());
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains(index.toString(), "not in", "--index");
  }

  @Test
  void refusesWrongUsageWith64() {
    assertThat(CommandRun.of("evaluate").code()).isEqualTo(64);
    assertThat(evaluate("--system", "best").code()).isEqualTo(64);
    assertThat(evaluate("--run", file("good.run"), "--write-runs", file("runs")).code())
        .isEqualTo(64);
  }
}
