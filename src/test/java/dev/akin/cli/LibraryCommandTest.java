package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Libraries that cannot be asked for.
class LibraryCommandTest {
  @TempDir Path folder;

  @Test
  void refusesAMissingFileWith66() {
    CommandRun run = related(folder.resolve("absent.bib"));
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).contains("absent.bib");
  }

  @Test
  void refusesWhatIsNoLibraryWith65() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "Milk, bread, eggs.\n");
    CommandRun run = related(notes);
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("notes.txt", "bibtex", "ris", "csl-json");
  }

  @Test
  void refusesAVeryLargeLibraryWith64() throws IOException {
    Path large =
        Files.writeString(folder.resolve("large.bib"), "@misc{k, title={Title}}\n".repeat(5_002));
    CommandRun run = related(large);
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("more than 5,000 entries");
  }

  @Test
  void explainsLibrariesInItsHelp() {
    assertThat(CommandRun.of("related", "--help").out())
        .contains("--file LIBRARY", "akin related --file library.bib");
  }

  private static CommandRun related(Path library) {
    return CommandRun.of("related", "--file", library.toString(), "--index", "nowhere");
  }
}
