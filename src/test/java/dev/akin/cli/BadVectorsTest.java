package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.help.ExitCode;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// R20: what a model gives is no direction.
class BadVectorsTest {
  private static final String REASON = "the model gives it no direction";

  private final Path folder;
  private final Path index;
  private final Path papers;
  private final Path refused;

  BadVectorsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    index = folder.resolve("index");
    refused = folder.resolve("refused.jsonl");
    List<String> lines =
        IntStream.range(0, 600)
            .mapToObj(i -> "{\"id\":\"%d\",\"title\":\"%s\"}".formatted(i, title(i)))
            .toList();
    papers = Files.write(folder.resolve("papers.jsonl"), lines);
  }

  /// One of ten has a word that the model does not know.
  private static String title(int i) {
    return "a ".repeat(i % 7) + "b ".repeat(i % 5) + (i % 10 == 4 ? "z" + i : "c");
  }

  @ParameterizedTest
  @CsvSource({"10%, 0", "59, 65", "0, 65"})
  void areRefusedAndTheJobGoesOn(String maxErrors, int code) throws IOException {
    CommandRun run = index(TinyModel.Output.NAN_WHERE_UNKNOWN, maxErrors);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.out()).contains("600 read = 540 indexed + 0 updated", "60 skipped");
    assertThat(Files.readAllLines(refused))
        .hasSize(60)
        .allMatch(line -> line.contains(REASON))
        .anyMatch(line -> line.contains("\"line\":595"));
    assertHolds(540);

    CommandRun again = index(TinyModel.Output.NAN_WHERE_UNKNOWN, maxErrors);
    assertThat(again.out()).contains("0 indexed", "540 unchanged", "60 skipped");
    assertThat(Files.readAllLines(refused)).hasSize(60);
  }

  @ParameterizedTest
  @EnumSource(names = {"NAN", "INFINITE", "ZEROS"})
  void areNeverIndexed(TinyModel.Output output) throws IOException {
    CommandRun run = index(output, "10%");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(Files.readAllLines(refused)).hasSize(600).allMatch(line -> line.contains(REASON));
    assertHolds(0);
  }

  @Test
  void aModelThatReadsNothingMakesNoIndex() {
    CommandRun run = index(TinyModel.Output.CONSTANT, "100%");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(run.err()).contains("the model gives every text the same vector");
    assertThat(index).doesNotExist();
  }

  @Test
  void aTextWithoutDirectionHasNoAnswer() {
    index(TinyModel.Output.NAN_WHERE_UNKNOWN, "10%");
    for (String mode : List.of("hybrid", "semantic")) {
      CommandRun run = run("related", "--text", "a z4", "--mode", mode);
      assertThat(run.code()).isEqualTo(ExitCode.NO_INPUT.code());
      assertThat(run.err()).contains("the model gives the text no direction");
      assertThat(run.out()).isEmpty();
    }
    assertThat(run("related", "--text", "a c", "--mode", "semantic").code()).isZero();
  }

  private CommandRun index(TinyModel.Output output, String maxErrors) {
    Path model = folder.resolve("models/tiny");
    Folders.tiny(model, TinyModel.giving(output), card -> card.put("name", "tiny"));
    return run(
        "index",
        papers.toString(),
        "--model",
        "tiny",
        "--max-errors",
        maxErrors,
        "--refused",
        refused.toString());
  }

  private CommandRun run(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--index", index.toString(), "--models", folder + "/models"));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private void assertHolds(int papers) {
    try (PaperIndex opened = new LuceneStore(index).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      assertThat(snapshot.info().papers()).isEqualTo(papers);
    }
    assertThat(run("verify").code()).isZero();
  }
}
