package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.option.EnvironmentDefaults;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// What the command does without a model and without an index.
class AkinTest {
  @TempDir Path folder;

  @Test
  void helpsWithoutACommand() {
    CommandRun run = CommandRun.of();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("demo", "index", "related", "search", "serve", "info", "models")
        .contains("verify", "snapshot", "restore", "export", "bench");
  }

  @Test
  void saysWhatItIsMadeOf() {
    assertThat(CommandRun.of("--version").out())
        .containsPattern("akin 0\\.\\d+\\.\\d+(\\+\\S+)?\n")
        .contains("Java 2", "Lucene 10.", "DJL 0.", "ONNX Runtime 1.28.0");
  }

  @Test
  void printsACompletionScriptForEachShell() {
    assertThat(CommandRun.of("completion", "bash").out()).contains("complete -F", "--max-errors");
    assertThat(CommandRun.of("completion", "zsh").out()).contains("bashcompinit");
  }

  @Test
  void takesEveryOptionFromTheEnvironment() {
    CommandLine index =
        Objects.requireNonNull(
            Akin.commandLine(Console.system(), new StopSignal()).getSubcommands().get("index"));
    OptionSpec maxErrors = index.getCommandSpec().findOption("--max-errors");
    assertThat(EnvironmentDefaults.variable(maxErrors)).isEqualTo("AKIN_MAX_ERRORS");
    assertThat(new EnvironmentDefaults(Map.of("AKIN_MAX_ERRORS", "7")).defaultValue(maxErrors))
        .isEqualTo("7");
    assertThat(new EnvironmentDefaults(Map.of()).defaultValue(maxErrors)).isNull();
    assertThat(new EnvironmentDefaults(Map.of("AKIN_MAX_ERRORS", "")).defaultValue(maxErrors))
        .isNull();
  }

  @Test
  void replacesNothingBecauseOfTheEnvironment() {
    EnvironmentDefaults force = new EnvironmentDefaults(Map.of("AKIN_FORCE", "true"));
    for (String command : List.of("restore", "export")) {
      CommandLine line =
          Objects.requireNonNull(
              Akin.commandLine(Console.system(), new StopSignal()).getSubcommands().get(command));
      assertThat(force.defaultValue(line.getCommandSpec().findOption("--force"))).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "related",
        "related x --limit 0",
        "related x --limit 201",
        "related x --from 2024-13",
        "related x --from 2025 --to 2024",
        "related x --mode best",
        "related x --format xml",
        "related x --fields title",
        "related x --fields year --format json",
        "search x --fields title --format bibtex",
        "info --format csv",
        "verify --sample -1",
        "snapshot",
        "restore",
        "export",
        "export --out x --format csv",
        "export --out - --format npy",
        "export --out - --as jsonl --format json",
        "export --out x --as csv",
        "export --out x --records --as npy",
        "export --out x --records --model bge-small-en-v1.5",
        "export --out - --records --format json",
        "related --unknown",
        "index",
        "index x --max-errors -3",
        "index x --format xml",
        "index x --input-format xml",
        "index x --summary xml",
        "index x --year 99",
        "index x --threads 0",
        "index x --force",
        "index - -",
        "serve --port 99999",
        "bench --count 0",
        "bench --rounds 1001",
        "bench --threads 0",
        "bench --model a,b",
        "bench --beside models/bge-small-en-v1.5",
        "nonsense"
      })
  void refusesWrongUsageWith64(String line) {
    CommandRun run = CommandRun.of(line.split(" "));
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).startsWith("akin: ").contains("--help");
  }

  @Test
  void suggestsTheCommandThatIsMeant() {
    assertThat(CommandRun.of("relate", "x").err())
        .startsWith("akin: unknown command or argument: relate x\n")
        .contains("akin related", "Try: akin --help");
  }

  @Test
  void refusesAMissingFileWith66() {
    CommandRun run = index(folder.resolve("absent.jsonl"));
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).contains("absent.jsonl");
  }

  @Test
  void refusesAnEmptyFileWith65() throws IOException {
    CommandRun run = index(Files.createFile(folder.resolve("empty.jsonl")));
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("empty.jsonl", "empty");
  }

  @Test
  void refusesAnUnknownFormatWith65AndNamesThoseThereAre() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "Milk, bread, eggs.\n");
    CommandRun run = index(file);
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err())
        .contains(
            "notes.txt", "akin-json", "arxiv-json", "daily-papers", "bibtex", "ris", "csl-json");
  }

  @Test
  void saysThatAGzipIsCutWith65() throws IOException {
    Path file = folder.resolve("papers.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 2_000; i++) {
        out.write(
            "{\"id\":\"p%d\",\"title\":\"Title %d\"}\n"
                .formatted(i, i * 7919)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    CommandRun run = CommandRun.of("index", file.toString(), "--dry-run", "--index", newIndex());
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("papers.gz", "ends early");
  }

  @Test
  void namesEveryRefusedLineAndEndsWith65WhereTheyAreTooMany() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("some.jsonl"),
            "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":\"b\",\n{\"id\":\"c\",\"title\":\"C\"}\n");
    CommandRun run = CommandRun.of("index", file.toString(), "--dry-run", "--index", newIndex());
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("some.jsonl:2: ", "--max-errors");
    assertThat(run.out()).contains("3 read = 2 indexed", "0 duplicates + 1 skipped");
    CommandRun lenient =
        CommandRun.of(
            "index", file.toString(), "--dry-run", "--max-errors", "1", "--index", newIndex());
    assertThat(lenient.code()).isZero();
  }

  @Test
  void writesRefusedRecordsToAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("some.jsonl"), "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":7}\n");
    Path refused = folder.resolve("refused.jsonl");
    CommandRun.of(
        "index",
        file.toString(),
        "--dry-run",
        "--refused",
        refused.toString(),
        "--index",
        newIndex());
    List<String> lines = Files.readAllLines(refused);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).contains("\"line\":2", "\"byteOffset\":23", "\"reason\":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"related x", "search x", "info", "serve", "verify"})
  void refusesADirectoryThatIsNoIndexWith66(String line) {
    CommandRun run = CommandRun.of((line + " --index " + folder).split(" "));
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).contains(folder.toString(), "not an akin index");
  }

  @Test
  void refusesToMakeAnIndexAmongOtherFilesWith66() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    Path papers = Files.writeString(folder.resolve("p.jsonl"), "{\"id\":\"a\",\"title\":\"A\"}\n");
    CommandRun run = CommandRun.of("index", papers.toString(), "--index", folder.toString());
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).contains("not empty");
  }

  @Test
  void refusesAnUnknownModelWith66AndSaysHowToAddOne() throws IOException {
    Path papers = Files.writeString(folder.resolve("p.jsonl"), "{\"id\":\"a\",\"title\":\"A\"}\n");
    CommandRun run =
        CommandRun.of("index", papers.toString(), "--model", "gpt", "--index", newIndex());
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).contains("unknown model \"gpt\"", "akin models add");
  }

  @Test
  void listsTheModels() {
    assertThat(CommandRun.of("models").out())
        .contains("all-minilm-l6-v2 ", "bge-small-en-v1.5 ", "MIT");
  }

  private CommandRun index(Path file) {
    return CommandRun.of("index", file.toString(), "--index", newIndex());
  }

  private String newIndex() {
    return folder.resolve("index").toString();
  }
}
