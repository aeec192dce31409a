package dev.akin.report.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.report.PlantedPapers;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicFilesTest {
  private static final String HOSTILE =
      "<script>alert(1)</script> \u202e=HYPERLINK(\"x\") & 'more'";

  @TempDir Path folder;

  private String write(PlantedPapers papers) {
    papers.index(folder.resolve("index"));
    PlantedPapers.look(
        folder.resolve("index"),
        look -> {
          try (TableFolder tables = TableFolder.create(folder, look.provenance())) {
            TopicFiles.write(tables, look.found(null));
          }
        });
    return read("topics.html");
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void showsTopicsWithAnchorsAndCharts() {
    String page = write(new PlantedPapers(3).addAll(0, 32));
    assertThat(page)
        .contains("8 topics in 256 papers")
        .contains("<section id=\"topic-1\"")
        .contains("<section id=\"topic-8\"")
        .contains("Gothic cathedrals")
        .contains("<title>2017: 4 of 32 papers</title>")
        .contains("papers.html#f1-0")
        .doesNotContain("{{");
  }

  @Test
  void showsHostileTitlesAndRunsNone() {
    PlantedPapers papers = new PlantedPapers(3).addAll(0, 32);
    for (int number = 0; number < 9; number++) {
      papers.add(
          new Paper(
              new PaperId("x" + number),
              HOSTILE,
              HOSTILE,
              List.of(),
              null,
              List.of(),
              "javascript:alert(1)",
              null),
          14);
    }
    assertThat(write(papers))
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script")
        .doesNotContain("javascript:");
  }

  @Test
  void writesATableOfTopicsAndOneOfPapers() {
    write(new PlantedPapers(3).addAll(0, 32).addBare("without"));
    List<String> topics = read("topics.csv").lines().toList();
    assertThat(topics).hasSize(9);
    assertThat(topics.getFirst())
        .startsWith("\uFEFFtopic,label,language,papers,share,words,coherence,trend");
    List<String> papers = read("papers.csv").lines().toList();
    assertThat(papers).hasSize(258);
    assertThat(papers.getFirst())
        .isEqualTo(
            "\uFEFFid,title,authors,year,url,doi,language,topic,label,centrality,nearest,nearestTitle,cosine,outlier");
    assertThat(papers.get(1))
        .startsWith("f0-000,Notes on f0-000,,2010,https://example.org/f0-000,,");
    assertThat(papers.getLast()).isEqualTo("without,,,,,,,,,,,,,");
  }

  @Test
  void saysSoWhereThereAreNoTopics() {
    assertThat(write(new PlantedPapers(3).addBare("a")))
        .contains("0 topics in 1 paper,")
        .contains("1 paper is in no topic.")
        .contains("No topics found");
  }
}
