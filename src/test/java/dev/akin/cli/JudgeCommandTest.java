package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.recommend.PlaneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `akin judge`, on papers with vectors that no model has computed.
class JudgeCommandTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void index() throws IOException {
    Map<Paper, Double> papers = new LinkedHashMap<>();
    for (int at = 0; at < 6; at++) {
      papers.put(PlaneIndex.paper("p" + at, "Title " + at, "", null), 20.0 * at);
    }
    PlaneIndex.of(shared.resolve("index"), papers).close();
    Files.writeString(shared.resolve("lists.csv"), "p0,p3,gone\np1,p4\n");
    Files.writeString(shared.resolve("ids"), "p0\np2\n");
    Files.writeString(shared.resolve("unknown"), "p0\nnobody\n");
  }

  private CommandRun judge(String... arguments) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "judge",
                    "--index",
                    shared.resolve("index").toString(),
                    "--out",
                    page().toString()),
                Stream.of(arguments).map(each -> each.replace("DIR", shared.toString())))
            .toArray(String[]::new));
  }

  private Path page() {
    return folder.resolve("judge.html");
  }

  @Test
  void makesAPageOnce() throws IOException {
    CommandRun run = judge("--sample", "4");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("4 papers · ").contains("open " + page());
    String first = Files.readString(page());

    assertThat(judge().code()).isEqualTo(73);
    assertThat(page()).hasContent(first);
    assertThat(judge("--sample", "4", "--force").code()).isZero();
    assertThat(page()).hasContent(first);
    assertThat(judge("--sample", "4", "--force", "--seed", "2").code()).isZero();
    assertThat(Files.readString(page())).isNotEqualTo(first);
  }

  @Test
  void comparesWithAFile() {
    CommandRun run = judge("--against", "DIR/lists.csv", "--ids", "DIR/ids", "--format", "json");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"papers\":1,\"toJudge\":1,\"identical\":0,\"withoutList\":1")
        .contains("\"unknown\":[\"gone\"]");
    assertThat(judge("--against", "DIR/lists.csv", "--force").out())
        .startsWith("2 papers · 2 to judge · 0 with the same lists\n")
        .contains("1 paper of ", "not in the index, left out of its lists: gone");
  }

  @ParameterizedTest
  @CsvSource({
    "--sample, 0, 64, --sample must be within",
    "--sample, 1001, 64, --sample must be within",
    "--ids, DIR/nothing, 66, no such file",
    "--ids, DIR/unknown, 66, nobody",
    "--against, DIR/nothing, 66, no such file"
  })
  void saysWhatIsWrong(String option, String value, int code, String message) {
    CommandRun run = judge(option, value);

    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(message);
    assertThat(page()).doesNotExist();
  }
}
