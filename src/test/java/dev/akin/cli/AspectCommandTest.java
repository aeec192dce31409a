package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.recommend.AspectIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `akin related --aspect`
class AspectCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void write() {
    AspectIndex.write(folder);
  }

  private CommandRun related(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "related";
    all[1] = "--index";
    all[2] = folder.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandRun.of(all);
  }

  @Test
  void namesTheAspectInTheTable() {
    CommandRun run = related("query", "--aspect", "method", "--mode", "semantic");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("Alike in method")
        .contains("  1  0.850  Counting oaks")
        .contains("Closeness is 70 % closeness in method");
  }

  @Test
  void namesTheAspectInJsonWithACosineForEachPaper() {
    CommandRun run =
        related("query", "--aspect", "method", "--mode", "semantic", "--format", "json");
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.at("/query/aspect").asString()).isEqualTo("method");
    assertThat(json.at("/results/0/id").asString()).isEqualTo("method");
    assertThat(json.at("/results/0/aspect").asDouble()).isEqualTo(1);
    assertThat(json.at("/results/1/id").asString()).isEqualTo("titled");
    assertThat(json.at("/results/1/aspect").isNull()).isTrue();
    JsonNode without = JsonMapper.shared().readTree(related("query", "--format", "json").out());
    assertThat(without.at("/query").has("aspect")).isFalse();
    assertThat(without.at("/results/0").has("aspect")).isFalse();
  }

  @Test
  void namesTheAspectInTheTitleOfAFeed() {
    CommandRun run = related("query", "--aspect", "result", "--format", "atom");
    assertThat(run.out()).contains(">Alike in result: Counting trees</title>");
  }

  @Test
  void saysWhyAPaperHasNothingOfTheAspectWith66() {
    CommandRun run = related("idle", "--aspect", "method");
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("no sentence of the abstract of idle is likely to be about its method");
  }

  @Test
  void refusesWhatHasNoAspectWith64() {
    refuses("mode must be hybrid or semantic", "query", "--aspect", "method", "--mode", "lexical");
    refuses("average", "query", "--aspect", "method", "--strategy", "best");
    refuses("not for a library", "--file", "library.bib", "--aspect", "method");
    refuses("--aspect", "query", "--aspect", "subject");
    CommandRun search = CommandRun.of("search", "trees", "--aspect", "method");
    assertThat(search.code()).isEqualTo(64);
    assertThat(search.err()).contains("--aspect");
  }

  private void refuses(String reason, String... arguments) {
    CommandRun run = related(arguments);
    assertThat(run.code()).as(run.err()).isEqualTo(64);
    assertThat(run.err()).contains(reason);
  }
}
