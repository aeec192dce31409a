package dev.akin.index.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.Samples;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records are read from an index as they were written.
class PaperRecordTest {
  @TempDir Path folder;

  @Test
  void comesBackWhateverIsAbsent() {
    List<Paper> papers = new ArrayList<>();
    for (int absent = 0; absent < 128; absent++) {
      papers.add(
          new Paper(
              new PaperId("p" + absent),
              has(absent, 0) ? "Zo\u00eb \ud835\udd38 \u8ad6\u6587" : "",
              has(absent, 1) ? "An abstract." : "",
              has(absent, 2) ? List.of("Ada Byron", "", "Jos\u00e9 Garc\u00eda") : List.of(),
              has(absent, 3) ? PublicationDate.parse("2024-05") : null,
              has(absent, 4) ? List.of("cs.CL", "cs.LG") : List.of(),
              has(absent, 5) ? "https://example.org/" + absent : null,
              has(absent, 6) ? "10.1145/" + absent : null));
    }
    comesBack(papers);
  }

  private static boolean has(int absent, int field) {
    return (absent >> field & 1) == 0;
  }

  @Test
  void comesBackWithEachPrecisionOfADate() {
    comesBack(
        List.of(
            Samples.dated("year", "2024"),
            Samples.dated("month", "2024-05"),
            Samples.dated("day", "2024-05-17")));
  }

  @Test
  void comesBackWithTextsAndListsOfAnyLength() {
    String abstractText = "\u8ad6\u6587 on trees. ".repeat(50_000);
    List<String> authors = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      authors.add("Author " + i);
    }
    comesBack(
        List.of(
            Paper.of("long", "On trees", abstractText),
            Samples.by("crowd", authors.toArray(String[]::new))));
  }

  private void comesBack(List<Paper> papers) {
    Samples.index(folder, papers.toArray(Paper[]::new));
    Samples.look(
        folder,
        snapshot -> {
          for (Paper paper : papers) {
            assertThat(snapshot.paper(Samples.find(snapshot, paper.id().value()))).isEqualTo(paper);
          }
        });
  }
}
