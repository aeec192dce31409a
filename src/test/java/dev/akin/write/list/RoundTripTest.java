package dev.akin.write.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What akin writes for reference managers is read by akin without a loss.
class RoundTripTest {
  private static final int PAPERS = 100;

  private static final List<String> WORDS =
      List.of(
          "moss",
          "the sleep of bees",
          "CO₂",
          "p < 0.05",
          "a<b and c>d",
          "R&D",
          "100 %",
          "#1",
          "x_y",
          "Gödel’s “proof”",
          "日本語",
          "C:\\new",
          "{braces}",
          "~10",
          "x^2",
          "“A – B”",
          "it's",
          "3 | 4");

  private static final List<String> NAMES =
      List.of(
          "Ada King",
          "Vincent van Gogh",
          "Jean de la Fontaine",
          "Martin Luther King Jr.",
          "Ken van der Roe III",
          "Łukasz Kaiser",
          "李 明",
          "OpenAI",
          "World Health Organization",
          "Smith and Wesson Inc",
          "Institute of Moss & Fern Research",
          "Sleep Study Group",
          "A. B. Šolúnek");

  private static final List<String> TYPES =
      List.of(
          "article-journal",
          "article-magazine",
          "article-newspaper",
          "paper-conference",
          "chapter",
          "book",
          "thesis",
          "report",
          "dataset",
          "software",
          "webpage",
          "patent",
          "manuscript",
          "standard",
          "article",
          "motion_picture",
          "speech",
          "post-weblog");

  private final Random random = Seed.random();

  @ParameterizedTest
  @EnumSource(names = {"BIBTEX", "RIS", "CSL_JSON"})
  void losesNothing(ListFormat format) {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < PAPERS; i++) {
      papers.add(paper(i));
    }
    List<Paper> read = Lists.read(format.write(Lists.list(papers)));
    assertThat(read).hasSize(PAPERS);
    for (int i = 0; i < PAPERS; i++) {
      Paper paper = papers.get(i);
      // A citation key is no id: the DOI is
      assertThat(read.get(i).withPlain(paper.title(), paper.abstractText()))
          .usingRecursiveComparison()
          .ignoringFields("written", "id")
          .isEqualTo(paper.called(paper.id().value()));
      assertThat(read.get(i).title()).isEqualTo(paper.title());
      assertThat(read.get(i).abstractText()).isEqualTo(paper.abstractText());
      assertThat(read.get(i).id().value())
          .isEqualTo(paper.doi() == null ? read.get(i).id().value() : paper.doi());
    }
  }

  private Paper paper(int i) {
    List<String> authors = new ArrayList<>(NAMES);
    Collections.shuffle(authors, random);
    return new Paper(
            new PaperId("id-" + i),
            "Title " + i + " of " + one(WORDS) + " and " + one(WORDS),
            random.nextInt(4) == 0 ? "" : "We measure " + one(WORDS) + ", " + one(WORDS) + ".",
            authors.subList(0, random.nextInt(5)),
            switch (random.nextInt(4)) {
              case 0 -> null;
              case 1 -> PublicationDate.ofYear(2000 + i % 25);
              case 2 -> new PublicationDate(2000 + i % 25, 1 + i % 12, 0);
              default -> new PublicationDate(2000 + i % 25, 1 + i % 12, 1 + i % 28);
            },
            List.of("moss, fern", "sleep", "R&D", "cs.CL").subList(0, random.nextInt(5)),
            random.nextBoolean() ? "https://a.example/b_c/%20?x=1&y=~z#" + i : null,
            random.nextBoolean() ? "10.5555/ab_c.(" + i + ")" : null)
        .published(publication(i));
  }

  private Publication publication(int i) {
    String type = TYPES.get(i % TYPES.size());
    return random.nextInt(8) == 0
        ? Publication.UNKNOWN
        : new Publication(
            type,
            maybe("Journal of " + one(WORDS)),
            maybe("" + (i + 1)),
            maybe(i % 2 + 1 + "-" + (i + 2)),
            maybe(random.nextBoolean() ? i + 1 + "-" + (i + 9) : "e" + (1000 + i)),
            maybe("Press of " + one(WORDS)),
            maybe("978-3-16-148410-0"),
            maybe("1234-567X"));
  }

  private String maybe(String value) {
    return random.nextInt(4) == 0 ? "" : value;
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
