package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.help.ExitCode;
import dev.akin.embed.add.PublishedFolder;
import dev.akin.harvest.HubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `akin models add`, from a folder and from a hub on this machine.
class ModelsAddCommandIT {
  private final Path folder;
  private final Path models;
  private final PublishedFolder published;

  ModelsAddCommandIT(@TempDir Path folder) {
    this.folder = folder;
    models = folder.resolve("models");
    published = PublishedFolder.bert(folder.resolve("small"));
  }

  private CommandRun add(String... arguments) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("models", "add"),
                Stream.concat(Stream.of(arguments), Stream.of("--models", models.toString())))
            .toArray(String[]::new));
  }

  @Test
  void addsAFolderAndAnIndexIsMadeWithIt() throws IOException {
    CommandRun added = add(published.path().toString());
    assertThat(added.code()).as(added.err()).isZero();
    assertThat(added.out())
        .contains("small is added: " + models.resolve("small"))
        .contains("found    pooling: mean (1_Pooling/config.json)")
        .contains("assumed  query prompt: none")
        .contains("small fp32: rewritten");
    Path papers =
        Files.writeString(
            folder.resolve("papers.jsonl"),
            """
            {"id": "1", "title": "bees find flowers by their color"}
            {"id": "2", "title": "public keys let two people encrypt messages"}
            """);
    String index = folder.resolve("index").toString();
    CommandRun indexed =
        CommandRun.of(
            "index",
            papers.toString(),
            "--index",
            index,
            "--model",
            "small",
            "--models",
            models.toString());
    assertThat(indexed.code()).as(indexed.err()).isZero();
    CommandRun found =
        CommandRun.of(
            "search",
            "messages with public keys",
            "--index",
            index,
            "--models",
            models.toString(),
            "--mode",
            "semantic",
            "--floor",
            "0",
            "--format",
            "json");
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(JsonMapper.shared().readTree(found.out()).at("/results/0/id").asString())
        .isEqualTo("2");
  }

  @Test
  void addsAModelOfAHub() {
    try (HubServer hub = HubServer.of(published.path())) {
      CommandRun added =
          add("hf:org/Other-Name", "--hub", hub.url().toString(), "--format", "json");
      assertThat(added.code()).as(added.err()).isZero();
      JsonNode model = JsonMapper.shared().readTree(added.out()).at("/models/0");
      assertThat(model.get("name").asString()).isEqualTo("other-name");
      assertThat(model.get("state").asString()).isEqualTo("whole");
      assertThat(model.get("findings").size()).isGreaterThan(5);
      assertThat(
              JsonMapper.shared()
                  .readTree(models.resolve("other-name/model.json").toFile())
                  .get("homepage")
                  .asString())
          .startsWith(hub.url() + "/org/Other-Name/tree/c0ffee");
    }
  }

  @Test
  void addsNothingIfAHubHasHalf() throws IOException {
    published.delete("onnx/model.onnx");
    try (HubServer hub = HubServer.of(published.path())) {
      CommandRun added = add("hf:org/name", "--hub", hub.url().toString());
      assertThat(added.code()).isEqualTo(ExitCode.CONFIGURATION.code());
      assertThat(added.err()).contains("hf:org/name: it has no graph");
    }
    try (Stream<Path> left = Files.list(models)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void saysWhatIsWrongWithItsArguments() {
    assertThat(add("org/name").err()).contains("a hub's model is hf:org/name");
    assertThat(add("https://huggingface.co/org/name").err()).contains("perhaps hf:org/name");
    assertThat(add("hf:name").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(add("a", "--pooling", "median").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(add(folder.resolve("none").toString()).code()).isEqualTo(ExitCode.NO_INPUT.code());
    assertThat(add(published.path().toString(), "--dimension", "64").code())
        .isEqualTo(ExitCode.CONFIGURATION.code());
  }
}
