package dev.akin.report.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.report.Placed;
import dev.akin.report.page.ReportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedMapTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("map.html");
    List<Paper> papers =
        Stream.of("One </script>", "Two", "Three")
            .map(t -> Paper.of(t.substring(0, 2), t, ""))
            .toList();
    Placed.papers(folder.resolve("index"), papers, placed -> placed.write(folder));
  }

  private void replace(String some, String other) throws IOException {
    String page = Files.readString(file);
    assertThat(page).contains(some);
    Files.writeString(file, page.replace(some, other));
  }

  @Test
  void takesOnlyTheDataOfThePage() throws IOException {
    replace("<body>", "<body><script src=\"https://example.org/\"></script>");
    String html = ServedMap.read(folder).html("akin 1 <b>", "Map of 12 May.");
    assertThat(html)
        .contains(
            "<p id=\"note\">Map of 12 May.</p>",
            "akin 1 &lt;b&gt;",
            "<script src=\"/map/map.js\"></script>",
            "href=\"/map/map.png\"")
        .doesNotContain("example.org", "topics.html", "map.svg", "Content-Security-Policy");
    assertThat(ServedMap.read(folder).html("", null)).doesNotContain("id=\"note\"");
  }

  @Test
  void takesOnlyTheDataOfThePieces() throws IOException {
    Path piece = folder.resolve("data/titles-0.js");
    String script = Files.readString(piece);
    assertThat(ServedMap.read(folder).pieces())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .containsExactly(script.replaceFirst(",\"[^\"]*\"\\);", ");"));

    Files.writeString(piece, script.replace("arrived(", "alert(arrived("));
    assertThatThrownBy(() -> ServedMap.read(folder))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining(piece + ": missing, or not as this akin makes it");
  }

  /// What could leave its element, and what another akin may have written.
  @ParameterizedTest
  @CsvSource({
    "odd, <!--<script>",
    "odd, <img>",
    "id=\"map-points\", id=\"points\"",
    "\"titles\":10000, \"titles\":0",
    "Map of 3 papers, Map of <b>3</b> papers"
  })
  void refusesAnyOtherPage(String some, String other) throws IOException {
    replace(some, other);
    assertThatThrownBy(() -> ServedMap.read(folder))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("make the report again")
        .extracting(failure -> ((ReportException) failure).kind())
        .isEqualTo(AkinException.Kind.MALFORMED);
  }

  @Test
  void saysThatThereIsNone() throws IOException {
    Files.delete(file);
    assertThatThrownBy(() -> ServedMap.read(folder))
        .hasMessage(file + ": no such file; give the folder of a report")
        .extracting(failure -> ((ReportException) failure).kind())
        .isEqualTo(AkinException.Kind.MISSING);
  }
}
