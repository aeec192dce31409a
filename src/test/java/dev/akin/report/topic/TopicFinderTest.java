package dev.akin.report.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Seed;
import dev.akin.paper.Paper;
import dev.akin.report.PlantedPapers;
import dev.akin.report.word.TopicLabels.TopicWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicFinderTest {
  private static final long SEED = 5;

  @TempDir Path folder;

  private static PlantedPapers planted() {
    return new PlantedPapers(SEED).addAll(0, 32);
  }

  @Test
  void findsPlantedFields() {
    planted().index(folder);
    PlantedPapers.look(
        folder,
        look -> {
          Topics topics = look.topics(null);
          assertThat(topics.list()).hasSize(PlantedPapers.FIELDS);
          for (Topic topic : topics.list()) {
            assertThat(topic.papers())
                .hasSize(32)
                .allMatch(row -> look.corpus().id(row).value().startsWith(look.field(topic)));
          }
          assertThat(topics.list()).extracting(Topic::id).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
          assertThat(topics.outside()).isZero();
        });
  }

  @Test
  void namesTopicsByTheWordsThatDistinguishThem() {
    planted().index(folder);
    PlantedPapers.look(
        folder,
        look -> {
          assertThat(look.topics(null).list())
              .extracting(topic -> look.field(topic) + " " + topic.label())
              .contains("f1 Gothic cathedrals")
              .contains("f4 honey bees")
              .allMatch(label -> !label.contains("study") && !label.contains("town"));
          assertThat(look.topics(null).list()).extracting(Topic::label).doesNotHaveDuplicates();
        });
  }

  /// In the papers of the first field, `bleached` is always followed by another word.
  @Test
  void namesNoTopicByAnAdjectiveAlone() {
    PlantedPapers papers = planted();
    for (int at = 0; at < 30; at++) {
      String text =
          "A bleached island, a bleached lagoon and a bleached atoll of number %d.".formatted(at);
      papers.add(PlantedPapers.paper("f0-9" + at, "Survey " + at, text, 2015), 0);
    }
    papers.index(folder);
    PlantedPapers.look(
        folder,
        look -> {
          Topic reefs =
              look.topics(null).list().stream()
                  .filter(topic -> look.field(topic).equals("f0"))
                  .findFirst()
                  .orElseThrow();
          assertThat(reefs.profile().words())
              .extracting(TopicWord::text)
              .doesNotContain("bleached");
          assertThat(reefs.label()).doesNotContain("bleached,").doesNotEndWith("bleached");
        });
  }

  @Test
  void putsTheMostCentralPaperFirst() {
    planted().index(folder);
    PlantedPapers.look(
        folder,
        look -> {
          Topic topic = look.topics(null).list().getFirst();
          List<Double> centralities = topic.profile().centralities();
          assertThat(centralities).isSortedAccordingTo(Collections.reverseOrder());
          assertThat(topic.profile().coherence())
              .isBetween(centralities.getLast(), centralities.getFirst());
          double[] mean = new double[16];
          for (int row : topic.papers()) {
            for (int at = 0; at < 16; at++) {
              mean[at] += vector(look, row)[at];
            }
          }
          double length = 0;
          double product = 0;
          for (int at = 0; at < 16; at++) {
            length += mean[at] * mean[at];
            product += mean[at] * vector(look, topic.papers().getFirst())[at];
          }
          assertThat(centralities.getFirst()).isCloseTo(product / Math.sqrt(length), within(1e-9));
        });
  }

  private static float[] vector(PlantedPapers.Look look, int row) {
    return Objects.requireNonNull(look.corpus().vector(row));
  }

  @Test
  void doesNotDependOnTheOrderOfWritingNorOnTheMachinesLanguage() {
    List<String> expected = new ArrayList<>();
    planted().index(folder.resolve("a"));
    PlantedPapers.look(folder.resolve("a"), look -> expected.addAll(told(look)));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      PlantedPapers shuffled = planted();
      Collections.shuffle(shuffled.papers(), Seed.random());
      shuffled.index(folder.resolve("b"));
      PlantedPapers.look(
          folder.resolve("b"), look -> assertThat(told(look)).isNotEmpty().isEqualTo(expected));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static List<String> told(PlantedPapers.Look look) {
    return look.topics(null).list().stream().map(Topic::toString).toList();
  }

  @Test
  void hasNoTopicsOfTwoPapersOrOfPapersWithoutText() {
    PlantedPapers papers = new PlantedPapers(SEED);
    for (int count = 0; count <= 2; count++) {
      Path index = folder.resolve("of-" + count);
      papers.index(index);
      PlantedPapers.look(
          index,
          look -> {
            assertThat(look.topics(null).list()).isEmpty();
            assertThat(look.topics(null).outside()).isEqualTo(look.corpus().size());
          });
      papers.add(0, count, count + 1);
    }
    Path index = folder.resolve("bare");
    new PlantedPapers(SEED).addBare("a").addBare("b").addBare("c").index(index);
    PlantedPapers.look(index, look -> assertThat(look.topics(null).outside()).isEqualTo(3));
  }

  @Test
  void namesATopicWithoutWordsByItsMostCentralPaper() {
    PlantedPapers papers = new PlantedPapers(SEED);
    for (int number = 0; number < 4; number++) {
      papers.add(Paper.of("p" + number, "\u661f\u661f " + number, ""), 0);
    }
    papers.index(folder);
    PlantedPapers.look(
        folder,
        look ->
            assertThat(look.topics(null).list())
                .singleElement()
                .satisfies(topic -> assertThat(topic.label()).startsWith("\u661f\u661f")));
  }

  @Test
  void listsTheNearestTopics() {
    PlantedPapers papers = planted();
    papers.index(folder);
    PlantedPapers.look(
        folder,
        look ->
            assertThat(look.topics(null).list())
                .allSatisfy(
                    topic ->
                        assertThat(topic.profile().neighbors())
                            .allMatch(near -> near.id() != topic.id())
                            .allMatch(near -> near.share() > 0 && near.share() <= 1)));
  }
}
