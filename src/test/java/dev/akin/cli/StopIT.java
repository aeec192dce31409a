package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A process that is told to stop while the model works.
class StopIT {
  /// About as long as a text can be for the model, so that a window takes seconds.
  private static final String LONG = "The roots of trees in cold and wet soils. ".repeat(50);

  private static final int BOUND_SECONDS = 60;

  @TempDir Path folder;
  private @Nullable Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void endsOnSigtermAndKeepsAndSaysWhatIsCommitted() throws Exception {
    Path index = folder.resolve("index");
    Process process = start(index);
    this.process = process;
    Thread input = Thread.ofVirtual().start(() -> feed(process));
    while (papers(index) == 0 && process.isAlive()) {
      Thread.sleep(50);
    }

    process.toHandle().destroy(); // SIGTERM, and its streams stay open

    assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    JsonNode summary = JsonMapper.shared().readTree(process.getInputStream().readAllBytes());
    assertThat(papers(index)).isEqualTo(summary.get("indexed").intValue()).isPositive();
    assertThat(summary.get("read").intValue()).isEqualTo(summary.get("indexed").intValue());
    input.join();
  }

  private Process start(Path index) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx768m",
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules",
            "jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path"),
            Akin.class.getName(),
            "index",
            "-",
            "--index",
            index.toString(),
            "--summary",
            "json")
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /// More papers than anybody waits for.
  private static void feed(Process process) {
    try (BufferedWriter out = process.outputWriter(StandardCharsets.UTF_8)) {
      for (int i = 0; process.isAlive(); i++) {
        out.write(
            "{\"id\":\"p%d\",\"title\":\"Paper %d\",\"abstract\":\"%s\"}\n".formatted(i, i, LONG));
      }
    } catch (IOException e) {
      // The process has ended.
    }
  }

  private static int papers(Path index) {
    try (PaperIndex opened = new LuceneStore(index).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = opened.snapshot()) {
      return snapshot.info().papers();
    } catch (IndexException e) {
      return 0; // not made yet
    }
  }
}
