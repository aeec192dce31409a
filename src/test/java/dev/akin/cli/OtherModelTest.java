package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.help.ExitCode;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// R18, R19: the model of an index becomes another of the same name. It is refused by its card
/// alone: the weights are not even there.
class OtherModelTest {
  private static final String NAME = "tiny";

  private final Path models;
  private final Path index;
  private final Path papers;

  OtherModelTest(@TempDir Path folder) throws IOException {
    models = folder.resolve("models");
    index = folder.resolve("index");
    papers =
        Files.writeString(
            folder.resolve("papers.jsonl"),
            "{\"id\":\"1\",\"title\":\"a b\"}\n{\"id\":\"2\",\"title\":\"a c c\"}\n");
  }

  @Timeout(60) // a service that is not refused would go on for ever
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dimension        | dimension 2, not 384",
        "model.onnx       | model\\.onnx [0-9a-f]{64}, not a{64}",
        "tokenizer.json   | tokenizer\\.json [0-9a-f]{64}, not a{64}",
        "pooling          | pooling mean, not cls",
        "maxTokens        | max tokens 512, not 256",
        "precision        | precision fp32, not int8",
        "documentTemplate | document template .*, not \\{abstract} \\{title}",
        "phraseTemplate   | phrase template \\{text}, not query: \\{text}",
        "titleWeight      | title weight 0.25, not 1.0",
      })
  void isRefusedWithThePartThatDiffers(String part, String difference) throws IOException {
    change(card -> card.put("titleWeight", 0.25), true);
    CommandRun first = run("index", papers.toString(), "--model", NAME);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(run("related", "--text", "a c").code()).isZero();
    Map<String, String> before = content();

    change(card -> differ(card.put("titleWeight", 0.25), part), false);
    assertRefused(run("related", "--text", "a c"), difference);
    assertRefused(run("serve", "--port", "0"), difference);
    assertRefused(run("index", papers.toString()), difference);
    Files.writeString(papers, "{\"id\":\"3\",\"title\":\"b c\"}\n");
    assertRefused(run("index", papers.toString()), difference);

    assertThat(content()).isEqualTo(before);
    assertThat(run("related", "1").code()).as("needs no model").isZero();
  }

  @Test
  void keepsAnIndexOfOnePassUntilAModelIsNamed() throws IOException {
    Files.writeString(papers, "{\"id\":\"1\",\"title\":\"c\",\"abstract\":\"b a\"}\n");
    change(card -> card.remove("titleWeight"), true);
    CommandRun first = run("index", papers.toString(), "--model", NAME);
    assertThat(first.code()).as(first.err()).isZero();
    String once = score();

    change(card -> card.put("titleWeight", 0.5), true);
    assertThat(score()).isEqualTo(once);
    assertThat(run("index", papers.toString()).out()).contains("1 unchanged");
    assertThat(run("verify").out()).doesNotContain("not checked: the models");
    Files.writeString(papers, "{\"id\":\"2\",\"title\":\"b b b\",\"abstract\":\"c c\"}\n");
    assertThat(run("index", papers.toString()).out()).contains("1 indexed");
    assertThat(score()).isEqualTo(once);

    CommandRun replaced = run("index", papers.toString(), "--model", NAME);
    assertThat(replaced.code()).as(replaced.err()).isZero();
    assertThat(score()).isNotEqualTo(once);
    assertThat(run("index", papers.toString()).out()).contains("1 unchanged");
  }

  /// How near the paper 1 is to a text.
  private String score() {
    CommandRun run =
        run("related", "--text", "a", "--mode", "semantic", "--floor", "0", "--format", "json");
    assertThat(run.code()).as(run.err()).isZero();
    return JsonMapper.shared()
        .readTree(run.out())
        .get("results")
        .valueStream()
        .filter(result -> result.get("id").stringValue().equals("1"))
        .map(result -> result.get("cosine").toString())
        .findFirst()
        .orElseThrow();
  }

  private static void differ(ObjectNode card, String part) {
    switch (part) {
      case "dimension" -> card.put(part, 384);
      case "maxTokens" -> card.put(part, 256);
      case "pooling" -> card.put(part, "cls");
      case "precision" -> card.put(part, "int8");
      case "titleWeight" -> card.put(part, 1);
      case "documentTemplate" -> card.put(part, "{abstract} {title}");
      case "phraseTemplate" -> card.put(part, "query: {text}");
      default -> ((ObjectNode) card.get("files").get(part)).put("sha256", "a".repeat(64));
    }
  }

  private void change(Consumer<ObjectNode> change, boolean withWeights) throws IOException {
    Path folder = models.resolve(NAME);
    Folders.tiny(
        folder,
        TinyModel.giving(TinyModel.Output.STATES),
        card -> change.accept(card.put("name", NAME)));
    if (!withWeights) {
      Files.delete(folder.resolve("model.onnx"));
      Files.delete(folder.resolve("tokenizer.json"));
    }
  }

  private CommandRun run(String... command) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(command),
                Stream.of("--index", index.toString(), "--models", models.toString()))
            .toArray(String[]::new));
  }

  private static void assertRefused(CommandRun run, String difference) {
    assertThat(run.err()).containsPattern(difference);
    assertThat(run.err().lines().filter(line -> line.startsWith("akin:"))).hasSize(1);
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(run.out()).isEmpty();
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(index)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(
            index.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return content;
  }
}
