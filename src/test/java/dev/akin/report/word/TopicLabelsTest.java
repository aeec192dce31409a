package dev.akin.report.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.report.PlantedPapers;
import dev.akin.report.word.TopicLabels.TopicWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicLabelsTest {
  private static final int PAPERS = 40;

  @TempDir Path folder;

  /// The words of a topic of papers with this title and abstract, beside a topic of other papers.
  private List<TopicWord> words(String title, String text) {
    return words(PAPERS, title, text, "", "");
  }

  /// The words of a topic of two kinds of papers, beside a topic of other papers.
  ///
  /// @param first how many papers are of the first kind
  private List<TopicWord> words(
      int first, String title, String text, String otherTitle, String otherText) {
    PlantedPapers papers = new PlantedPapers(3);
    for (int number = 0; number < PAPERS; number++) {
      String name = String.format(Locale.ROOT, "a%03d", number);
      boolean isFirst = number < first;
      papers.add(
          PlantedPapers.paper(name, isFirst ? title : otherTitle, isFirst ? text : otherText, 2015),
          0);
    }
    return first(papers.add(4, 0, PAPERS));
  }

  /// The words of the topic of the first papers, beside the topic of all others.
  private List<TopicWord> first(PlantedPapers papers) {
    papers.index(folder);
    List<List<TopicWord>> found = new ArrayList<>();
    PlantedPapers.look(
        folder,
        look ->
            found.addAll(
                TopicLabels.words(
                    look.corpus(),
                    look.corpus().rows().toArray(),
                    List.of(
                        IntStream.range(0, PAPERS).boxed().toList(),
                        IntStream.range(PAPERS, look.corpus().size()).boxed().toList()),
                    List.of())));
    return found.getFirst();
  }

  private List<String> texts(String title, String text) {
    return words(title, text).stream().map(TopicWord::text).toList();
  }

  private static String label(List<TopicWord> words) {
    return new TopicLabels(Set.of()).label(words, "");
  }

  @Test
  void haveNoAdjectivesAndNoVerbsAlone() {
    assertThat(
            texts(
                "On volcanic islands",
                "The volcanic islands were slowly eroding. These volcanic islands erode in the rain."))
        .contains("volcanic islands")
        .doesNotContain("volcanic", "eroding", "erode");
  }

  @Test
  void haveNoPhrasesThatGoOn() {
    assertThat(
            texts(
                "On river water mills",
                "The river water mills of the valley. We count the river water mills of the town."))
        .contains("river water mills")
        .doesNotContain("river water", "river", "water");
  }

  @Test
  void explainAcronymsAsPapersDo() {
    assertThat(
            texts(
                "On CRBs in harbors",
                "The coastal rescue boats (CRBs) leave the harbor. Many CRBs are old, and a CRB sinks."))
        .anyMatch(text -> text.contains("coastal rescue boat"))
        .doesNotContain("CRBs", "CRB");
  }

  @Test
  void areInTheOrderOfTheirWeight() {
    assertThat(words("Tidal mills with granite wheels", "The tidal mills have granite wheels."))
        .hasSizeGreaterThan(1)
        .isSortedAccordingTo(Comparator.comparingDouble(TopicWord::weight).reversed());
  }

  @Test
  void doNotNameTheEventThatPapersAreWrittenFor() {
    assertThat(
            label(
                words(
                    "Tidal mills at MillEval-2018 Task 3",
                    "We describe our submission to the MillEval-2018 shared task on tidal mills.")))
        .contains("mills")
        .doesNotContainIgnoringCase("task")
        .doesNotContain("submission", "2018");
  }

  @Test
  void haveAnUnexplainedAcronymOnlyIfThereIsNothingElse() {
    assertThat(label(words("Tidal mills at QXZ", "The QXZ has tidal mills. Each QXZ is a harbor.")))
        .contains("tidal mills")
        .doesNotContain("QXZ");
    assertThat(label(List.of(new TopicWord("QXZ", 9, 0.5, 0.5)))).isEqualTo("QXZ");
  }

  @Test
  void nameBothHalvesOfATopic() {
    assertThat(
            label(
                words(
                    24,
                    "Tidal mills with granite wheels",
                    "The tidal mills have granite wheels. Such granite wheels move tidal mills.",
                    "On village streams",
                    "The village streams are cold. We follow the village streams.")))
        .contains("village streams")
        .containsOnlyOnce(",");
  }

  /// All papers of both topics are about mills, so `mills` says little of the first one's, and each
  /// of the two kinds of them is named too.
  @Test
  void nameMoreThanWhatOtherTopicsHaveToo() {
    PlantedPapers papers = new PlantedPapers(3);
    for (int number = 0; number < 2 * PAPERS; number++) {
      String about =
          number >= PAPERS ? "harbor walls" : number % 2 == 0 ? "tidal wheels" : "village streams";
      papers.add(
          PlantedPapers.paper(
              String.format(Locale.ROOT, "a%03d", number),
              "Water mills and " + about,
              "The water mills have " + about + ". We count " + about + " of water mills.",
              2015),
          number < PAPERS ? 0 : 1);
    }
    for (int number = 0; number < 3 * PAPERS; number++) {
      papers.add(PlantedPapers.paper("b" + number, "Rye", "We bake rye.", 2015), 1);
    }
    assertThat(label(first(papers))).contains("tidal wheels").contains("streams");
  }

  /// The other papers are more, but far from the middle.
  @Test
  void nameTheCentralPapersFirst() {
    PlantedPapers papers = new PlantedPapers(3);
    for (int number = 0; number < PAPERS; number++) {
      boolean central = number < 18;
      String about = central ? "tidal wheels" : "village streams";
      papers.add(
          PlantedPapers.paper(
              String.format(Locale.ROOT, "a%03d", number),
              "On " + about,
              "We count " + about + ". Some " + about + " are old.",
              2015),
          central ? 0 : 1 + number % 4);
    }
    papers.add(5, 0, PAPERS);
    assertThat(first(papers).getFirst().text()).isEqualTo("tidal wheels");
  }

  @Test
  void haveNoWordThatAnotherOneNearlyAlwaysFollows() {
    assertThat(
            words(
                20,
                "Granite turning in mills",
                "We study granite turning. The granite turning of mills.",
                "Granite rolling in mills",
                "We study granite rolling. The granite rolling of mills."))
        .extracting(TopicWord::text)
        .contains("mills")
        .doesNotContain("granite");
  }

  @Test
  void haveNoWordThatAnotherOneNearlyAlwaysIsBefore() {
    assertThat(
            texts(
                "Granite wheels and wooden wheels of mills",
                "Mills have granite wheels. Mills have wooden wheels. Mills turn."))
        .contains("mills", "granite wheels")
        .doesNotContain("wheels");
  }

  @Test
  void haveNoWordThatIsInNoTitle() {
    assertThat(
            texts(
                "On tidal mills", "The tidal mills had much sensitivity. This sensitivity grows."))
        .contains("tidal mills")
        .doesNotContain("sensitivity");
  }

  @Test
  void leaveOutWhatAddsFewPapers() {
    assertThat(
            label(
                List.of(
                    new TopicWord("tidal mills", 1, 0.3, 0.3),
                    new TopicWord("granite wheels", 0.9, 0.3, 0.02),
                    new TopicWord("millers", 0.8, 0.2, 0.06),
                    new TopicWord("rye flour", 0.7, 0.2, 0.04),
                    new TopicWord("village streams", 0.6, 0.2, 0.12))))
        .isEqualTo("tidal mills, millers, village streams");
  }

  @Test
  void areUnlikeThoseOfOtherTopics() {
    List<TopicWord> words =
        List.of(
            new TopicWord("tidal mills", 1, 0.3, 0.3),
            new TopicWord("granite wheels", 0.9, 0.3, 0.2),
            new TopicWord("village streams", 0.8, 0.3, 0.02));
    TopicLabels labels = new TopicLabels(Set.of());
    assertThat(labels.label(words, "")).isEqualTo("tidal mills, granite wheels");
    assertThat(labels.label(words, "")).isEqualTo("tidal mills, granite wheels, village streams");
    assertThat(labels.label(words, "")).endsWith(" 2");
  }

  private static TopicWord word(String text, double share) {
    return new TopicWord(text, 1, share, share);
  }

  @Test
  void endAtTheFirstPhraseThatFewPapersHave() {
    TopicWord translation = word("machine translation", 0.3);
    TopicWord alignment = word("word alignment", 0.07);
    TopicWord rare = word("bilingual lexicons", 0.05);
    TopicWord rareWord = word("transliteration", 0.14);
    TopicWord news = word("news", 0.2);
    assertThat(new TopicLabels(Set.of()).label(List.of(translation, alignment, rareWord, news), ""))
        .isEqualTo("machine translation, word alignment");
    assertThat(new TopicLabels(Set.of()).label(List.of(translation, news, rare, alignment), ""))
        .isEqualTo("machine translation, news");
    // One alone says too little.
    assertThat(new TopicLabels(Set.of()).label(List.of(translation, rare, news), ""))
        .isEqualTo("machine translation, bilingual lexicons");
  }
}
