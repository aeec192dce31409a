package dev.akin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports of more papers than are compared in pairs and drawn on the map.
@Tag("slow")
class SampledReportTest {
  private static final int PAPERS = PlantedPapers.FIELDS * 30;
  private static final int SAMPLE = 80;

  @TempDir Path folder;

  private static final ReportListener NOBODY =
      new ReportListener() {
        @Override
        public void step(String name) {}

        @Override
        public void progress(double share) {}
      };

  private Path report(String name) throws IOException {
    Path index = folder.resolve("index");
    if (Files.notExists(index)) {
      new PlantedPapers(5).addAll(0, 30).index(index);
    }
    ReportOptions options =
        new ReportOptions(10, ReportOptions.Search.BY_SIZE, List.of(), null)
            .withExtras(EnumSet.allOf(ReportOptions.Extra.class))
            .withLimits(new ReportOptions.MaxPapers(PAPERS - 1, SAMPLE));
    Path out = Files.createDirectory(folder.resolve(name));
    try (PaperIndex opened = new LuceneStore(index).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      Recommender none =
          new Recommender(
              opened,
              () -> {
                throw new AssertionError("no model is needed");
              });
      new SimilarityReport(snapshot, none, options, "1.2.3").write(out, 2, NOBODY);
    }
    return out;
  }

  @Test
  void saysWhichShareOfTheNeighborsWasFoundAndHowManyPapersAreOnTheMap() throws IOException {
    Path out = report("out");

    assertThat(out.resolve("report.json"))
        .content()
        .containsPattern("\"recall\" : (1\\.0|0\\.9)")
        .contains("\"sample\" : 80")
        .containsPattern("search=approximate recall=[01]\\.\\d{4} sample=80");
    assertThat(out.resolve("index.html"))
        .content()
        .contains("Neighbors were searched with the index's graph, which found")
        .contains("The map shows a random sample of 80 of the papers.");
    for (String map : List.of("map.html", "map.svg")) {
      assertThat(out.resolve(map)).content().contains("80 of 240 papers in");
    }
    assertThat(out.resolve("map.html")).content().contains("\"points\":80");
    assertThat(Files.readAllLines(out.resolve("vosviewer-map.txt"))).hasSize(1 + SAMPLE);
    assertThat(Files.readAllLines(out.resolve("graph.graphml")))
        .filteredOn(line -> line.startsWith("<node"))
        .hasSize(SAMPLE);
  }

  @Test
  void putsAllPapersIntoTheTablesEachInTheTopicOfItsField() throws IOException {
    Path out = report("out");

    List<String> papers = Files.readAllLines(out.resolve("papers.csv"));
    Map<String, Set<String>> topics =
        papers.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(
                Collectors.groupingBy(
                    cells -> cells[0].substring(0, 2),
                    Collectors.mapping(cells -> cells[7], Collectors.toSet())));
    assertThat(papers).hasSize(1 + PAPERS);
    assertThat(topics).hasSize(PlantedPapers.FIELDS);
    assertThat(topics.values()).allSatisfy(of -> assertThat(of).hasSize(1).doesNotContain(""));
    assertThat(topics.values().stream().distinct()).hasSize(PlantedPapers.FIELDS);
    assertThat(Files.readAllLines(out.resolve("neighbors.csv"))).hasSize(1 + 10 * PAPERS);
  }

  @Test
  void drawsTheSameSampleEveryTime() throws IOException {
    assertThat(report("again").resolve("map.svg"))
        .hasSameBinaryContentAs(report("once").resolve("map.svg"));
  }
}
