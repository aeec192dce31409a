package dev.akin.report.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.report.PlantedPapers;
import dev.akin.report.word.TopicLabels.TopicWord;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Papers in languages that the model does not know.
class LanguageGroupTest {
  private static final String FRENCH =
      "La traduction automatique, celle des poèmes anciens, avec un corpus de poèmes"
          + " traduits par des élèves, afin que leurs professeurs lisent moins. Numéro ";

  /// The first of these fields has 32 papers in English.
  private static final int FIELD = 1;

  private static final int FAR_FROM_ALL = 9;

  @TempDir Path folder;

  private static PlantedPapers planted(int french) {
    PlantedPapers papers = new PlantedPapers(5).addAll(0, 32);
    for (int at = 0; at < french; at++) {
      papers.add(paper("fr" + at, FRENCH + at, "fr"), at % 2 == 0 ? FIELD : FIELD + 1);
    }
    return papers
        .add(paper("fr-alone", FRENCH + "seul", "fr"), FAR_FROM_ALL)
        .add(paper("fi", "Runojen kääntäminen koneella", "fi"), FIELD)
        .add(paper("de", "Gedichte mit der Maschine übersetzen", "de"), FIELD);
  }

  private static Paper paper(String id, String text, String language) {
    return PlantedPapers.paper(id, text, text, 2020).inLanguage(language);
  }

  private static List<Topic> languages(PlantedPapers.Look look) {
    return look.found(null).languages();
  }

  @Test
  void isATopicOfItsOwnKind() {
    planted(11).index(folder);
    PlantedPapers.look(
        folder,
        look -> {
          Topics topics = look.topics(null);
          assertThat(topics.list()).hasSize(PlantedPapers.FIELDS + 2);
          assertThat(topics.list().subList(0, PlantedPapers.FIELDS))
              .allSatisfy(topic -> assertThat(topic.papers()).hasSize(32));
          assertThat(topics.subjects()).hasSize(PlantedPapers.FIELDS);
          assertThat(TopicsPage.view(look.found(null), look.provenance()))
              .containsEntry("count", PlantedPapers.FIELDS + " topics");
          assertThat(languages(look))
              .extracting(Topic::label)
              .containsExactly("Papers in French (12)", "Papers in other languages (2)");
          assertThat(topics.outside()).isZero();
        });
  }

  @Test
  void hasNoOutliers() {
    planted(11).index(folder);
    PlantedPapers.look(
        folder,
        look ->
            assertThat(look.found(null).outliers())
                .extracting(outlier -> look.corpus().id(outlier.row()).value())
                .doesNotContain("fr-alone"));
  }

  @Test
  void hasTheWordsOfItsLanguage() {
    planted(11).index(folder);
    PlantedPapers.look(
        folder,
        look ->
            assertThat(languages(look).getFirst().profile().words())
                .extracting(TopicWord::text)
                .contains("traduction automatique")
                .anyMatch(word -> word.contains("poèmes"))
                .doesNotContain("leurs", "afin", "moins", "avec"));
  }

  @Test
  void keepsItsIdWhenItGrows() {
    planted(11).index(folder);
    PreviousTopics[] before = new PreviousTopics[1];
    int[] id = new int[1];
    PlantedPapers.look(
        folder,
        look -> {
          id[0] = languages(look).getFirst().id();
          TopicsJson.write(folder, look.found(null), look.provenance());
          before[0] = TopicsJson.read(folder);
        });
    planted(15).index(folder);
    PlantedPapers.look(
        folder,
        look ->
            assertThat(look.found(before[0]).languages())
                .first()
                .satisfies(
                    topic -> {
                      assertThat(topic.id()).isEqualTo(id[0]);
                      assertThat(topic.label()).isEqualTo("Papers in French (16)");
                    }));
  }

  @Test
  void isNamedOnThePageAndInTheTables() throws IOException {
    planted(11).index(folder.resolve("index"));
    PlantedPapers.look(
        folder.resolve("index"),
        look -> {
          try (TableFolder tables = TableFolder.create(folder, look.provenance())) {
            TopicFiles.write(tables, look.found(null));
          }
        });

    assertThat(Files.readString(folder.resolve("topics.html")))
        .contains(
            "14 papers are in languages that the model does not know (French 12, other languages 2).",
            "set apart by language");
    assertThat(Files.readString(folder.resolve("topics.csv")))
        .contains("Papers in French (12),fr,12,", "Papers in other languages (2),mul,2,");
  }
}
