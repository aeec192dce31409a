package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SamplePapersTest {
  static List<Paper> papers() {
    List<Paper> papers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try (PaperReader reader =
        PaperReader.open(DemoCommand.sample(), ReadOptions.DEFAULT, problems::add)) {
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        papers.add(paper);
      }
    }
    assertThat(problems).isEmpty();
    return papers;
  }

  @Test
  void areEnoughInEnoughTopics() {
    assertThat(papers()).hasSizeGreaterThanOrEqualTo(200);
    assertThat(papers().stream().map(Paper::categories).distinct())
        .hasSizeGreaterThanOrEqualTo(12)
        .allSatisfy(topics -> assertThat(topics).hasSize(1));
    assertThat(papers().stream().map(Paper::id).collect(Collectors.toSet()))
        .hasSameSizeAs(papers());
  }

  @Test
  void areEachSummarizedWithoutNamingTheTopic() {
    for (Paper paper : papers()) {
      assertThat(paper.abstractText().split(" ")).as("%s", paper.id()).hasSizeBetween(60, 120);
      assertThat(paper.abstractText().toLowerCase(Locale.ROOT))
          .as("%s", paper.id())
          .doesNotContain(paper.categories().getFirst());
      assertThat(paper.authors()).as("%s", paper.id()).isNotEmpty();
      assertThat(paper.date()).as("%s", paper.id()).isNotNull();
      assertThat(paper.url()).as("%s", paper.id()).startsWith("https://");
    }
  }
}
