package dev.akin.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.report.PlantedPapers;
import dev.akin.write.table.Provenance;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperMarkdownTest {
  @TempDir Path folder;

  private String page(String title, String link) {
    new PlantedPapers(1).add(0, 0, 1).index(folder.resolve("index"));
    String[] text = new String[1];
    PlantedPapers.look(
        folder.resolve("index"),
        look -> text[0] = PaperMarkdown.of(page(title, link, look.provenance())));
    return text[0];
  }

  private static PaperPage page(String title, String link, Provenance provenance) {
    PaperPage.Entry entry = new PaperPage.Entry(title, link, List.of("Ada Byron", "2024"));
    return new PaperPage(
        title,
        provenance,
        "id",
        "id.md",
        List.of("Ada Byron"),
        null,
        "",
        null,
        List.of(),
        List.of(new PaperPage.Related(1, entry, "0.900", List.of("by the words *x*"))),
        null,
        null);
  }

  @Test
  void escapesWhatMarkdownWouldTakeForItsOwn() {
    assertThat(page("# [x](javascript:alert(1)) <b>_", "https://example.org/a"))
        .startsWith("# \\# \\[x\\]\\(javascript\\:alert\\(1\\)\\) \\<b\\>\\_\n\nAda Byron\n\n")
        .contains("(<https://example.org/a>), Ada Byron · 2024 **0.900**\n")
        .contains("   - by the words \\*x\\*\n");
  }

  @Test
  void isolatesWhatRunsFromRightToLeft() {
    assertThat(page("\u202Etitle", "https://example.org/a"))
        .startsWith("# \u2068\u202Etitle\u2069\n\nAda Byron\n");
  }
}
