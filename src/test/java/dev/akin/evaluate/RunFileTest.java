package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.akin.base.AkinException;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFileTest {
  private final Path file;

  RunFileTest(@TempDir Path folder) {
    this.file = folder.resolve("some").resolve("mine.run");
  }

  private static Run.Ranked ranked(String paper, double score) {
    return new Run.Ranked(new PaperId(paper), score);
  }

  private Run read(String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines));
    return RunFile.read(file);
  }

  @Test
  void readsWhatItWrote() {
    Map<String, List<Run.Ranked>> rankings = new LinkedHashMap<>();
    rankings.put("z", List.of(ranked("b", 1 / 3.0), ranked("a", 1 / 3.0), ranked("c", -1e-9)));
    rankings.put("10.1/x#2", List.of(ranked("10.1/y", 12)));
    RunFile.write(new Run("mine", "some model", rankings), file);
    Run read = RunFile.read(file);
    assertThat(read).isEqualTo(new Run("mine", null, rankings));
    assertThat(read.rankings().keySet()).containsExactly("z", "10.1/x#2");
  }

  @Test
  void writesTheFormOfTrec() throws IOException {
    RunFile.write(
        new Run("mine", null, Map.of("q", List.of(ranked("a", 0.5), ranked("b", -1)))), file);
    assertThat(file).hasContent("q Q0 a 1 0.5 mine\nq Q0 b 2 -1.0 mine\n");
  }

  @Test
  void ordersByScoreAndThenAsTheFileDoes() throws IOException {
    Run run =
        read(
            "q Q0 low 1 -7.25 x",
            "p Q0 other 1 0 x",
            "",
            "q\tQ0   tie-2 9 1.5 x",
            "q Q0 tie-1 8 1.5 x",
            "q Q0 high 7 2e1 x");
    assertThat(run.papers("q"))
        .extracting(PaperId::value)
        .containsExactly("high", "tie-2", "tie-1", "low");
    assertThat(run.papers("p")).hasSize(1);
    assertThat(run.papers("absent")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "q Q0 b 2 0.5,       5 fields",
    "q Q0 b 2 0.5 x y,   7 fields",
    "q Q0 b 2 much x,    the score is not a number",
    "q Q0 b 2 NaN x,     the score is not a number",
    "q Q0 a 2 0.5 x,     this paper was ranked",
  })
  void namesFileAndLineOfWhatIsWrong(String line, String what) {
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> read("q Q0 a 1 1.0 x", line))
        .withMessageStartingWith(file + ":2: " + what)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MALFORMED));
  }

  @Test
  void refusesToWriteANameThatTheFormCannotHold() {
    Run run = new Run("mine", null, Map.of("q", List.of(ranked("a b", 1))));
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> RunFile.write(run, file))
        .withMessageContainingAll(file.toString(), "\"a b\"");
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> RunFile.read(file))
        .withMessageStartingWith(file.toString())
        .satisfies(e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MISSING));
  }

  @Test
  void writesNamesOfSystemsAsOneWord(@TempDir Path folder) throws IOException {
    Run run =
        new Run(
            new SystemName("hybrid, own aspect", "my index"),
            null,
            Map.of("q", List.of(new Run.Ranked(new PaperId("p"), 1))),
            List.of());
    Path file = folder.resolve("own.run");
    RunFile.write(run, file);
    assertThat(file).hasContent("q Q0 p 1 1.0 hybrid-own-aspect-@-my-index");
  }
}
