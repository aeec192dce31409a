package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.Hit;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SmallIndex;
import dev.akin.recommend.query.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicAccuracyTest {
  private static final Path FILE = Path.of("topics.tsv");

  private final Path folder;
  private boolean isTwice;

  TopicAccuracyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private TaskResult measure(Map<String, String> topicOf, Mode... modes) {
    Map<PaperId, String> topics = new LinkedHashMap<>();
    topicOf.forEach((paper, topic) -> topics.put(new PaperId(paper), topic));
    try (PaperIndex index = new LuceneStore(folder).open(PaperIndex.Check.FILES)) {
      Recommender recommender =
          new Recommender(
              index,
              () -> {
                throw new AssertionError("no text is embedded here");
              });
      Evaluator first = new Evaluator(index, recommender, "");
      Evaluator second = new Evaluator(index, recommender, "other");
      return new TopicAccuracy(
              isTwice ? List.of(first, second) : List.of(first), new LabeledTopics(topics))
          .measure(List.of(modes), FILE);
    }
  }

  private static double accuracy(SystemResult system) {
    return system.metric("accuracy").mean();
  }

  @Test
  void measuresSeveralIndexesPaperByPaper() {
    SmallIndex.write(folder);
    isTwice = true;
    TaskResult both = measure(Map.of("east", "a", "northeast", "a", "north", "b"), Mode.SEMANTIC);
    assertThat(both.systems())
        .extracting(each -> each.system().toString())
        .containsExactly("semantic", "semantic @ other");
    SystemResult second = both.systems().getLast();
    SystemResult first = both.systems().getFirst();
    assertThat(second.metric("accuracy").minus(first.metric("accuracy")).standardError()).isZero();
  }

  @Test
  void letsTheOtherLabeledPapersVoteWithTheirCosines() {
    SmallIndex.write(folder);
    // Cosines: east-northeast 0.71, east-north 0, east-west -1, northeast-north 0.71,
    // northeast-west -0.71, north-west 0. Votes:
    // east: warm 0.71, cold 0, far -1 → warm, right
    // northeast: warm 0.71, cold 0.71, far -0.71 → cold by name, wrong
    // north: warm 0 + 0.71, far 0 → warm, wrong (it is cold)
    // west: warm -1 - 0.71, cold 0 → cold, wrong
    TaskResult result =
        measure(
            Map.of("east", "warm", "northeast", "warm", "north", "cold", "west", "far"),
            Mode.SEMANTIC);
    assertThat(accuracy(result.systems().getFirst())).isEqualTo(1 / 4.0);
    assertThat(result.systems().getFirst().model()).isEqualTo("plane");
    assertThat(result.queries()).isEqualTo(4);
  }

  @Test
  void measuresByWordsAndByBoth() {
    SmallIndex.write(folder);
    // By words, northeast shares some with east and with north, and these two none.
    TaskResult result =
        measure(
            Map.of("east", "warm", "northeast", "warm", "west", "far"), Mode.LEXICAL, Mode.HYBRID);
    assertThat(result.systems())
        .extracting(each -> each.system().toString())
        .containsExactly("lexical", "hybrid");
    // east and northeast find each other; west finds nothing by words, and a wrong one by meaning
    assertThat(result.systems())
        .allSatisfy(system -> assertThat(accuracy(system)).isEqualTo(2 / 3.0));
  }

  @Test
  void countsAPaperWithoutNeighborsAsAMiss() {
    SmallIndex.write(folder);
    TaskResult result = measure(Map.of("void", "none", "west", "none"), Mode.SEMANTIC);
    assertThat(accuracy(result.systems().getFirst())).isZero();
  }

  @Test
  void leavesOutPapersThatTheCorpusDoesNotHave() {
    SmallIndex.write(folder);
    TaskResult result =
        measure(Map.of("east", "warm", "northeast", "warm", "absent", "x"), Mode.SEMANTIC);
    assertThat(result.queries()).isEqualTo(2);
    assertThat(accuracy(result.systems().getFirst())).isEqualTo(1);
    assertThat(result.notes())
        .containsExactly("papers with a topic that the corpus does not have, left out: 1");
  }

  @Test
  void saysThatTheCorpusHasNoneOfThePapers() {
    SmallIndex.write(folder);
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> measure(Map.of("absent", "x"), Mode.SEMANTIC))
        .withMessageStartingWith("topics.tsv: ");
  }

  @Test
  void hearsTenVotes() {
    List<Hit> hits = new ArrayList<>();
    Map<Integer, String> topics = new LinkedHashMap<>();
    for (int paper = 0; paper < 20; paper++) {
      hits.add(new Hit(paper, 1 - paper / 100.0));
      topics.put(paper, paper < 6 ? "first six" : "later");
    }
    // 6 of the first ten are worth more than 4, but less than 14
    assertThat(TopicAccuracy.vote(hits, topics)).isEqualTo("first six");
    assertThat(TopicAccuracy.vote(List.of(), topics)).isEmpty();
  }

  @Test
  void weighsVotes() {
    Map<Integer, String> topics = Map.of(1, "near", 2, "far", 3, "far");
    // 0.9 against 0.4 + 0.4
    assertThat(
            TopicAccuracy.vote(List.of(new Hit(1, 0.9), new Hit(2, 0.4), new Hit(3, 0.4)), topics))
        .isEqualTo("near");
    // 0.9 against 0.5 + 0.5
    assertThat(
            TopicAccuracy.vote(List.of(new Hit(1, 0.9), new Hit(2, 0.5), new Hit(3, 0.5)), topics))
        .isEqualTo("far");
  }

  @Test
  void readsALineForEachPaper() throws IOException {
    Path file = Files.writeString(folder.resolve("t.tsv"), "a\tparsing and trees\nb c\tx\n");
    assertThat(LabeledTopics.read(file).topicOf())
        .containsExactly(
            Map.entry(new PaperId("a"), "parsing and trees"), Map.entry(new PaperId("b c"), "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"b parsing", "b\t", "\tparsing", "a\tother"})
  void namesFileAndLineOfWhatIsWrong(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("t.tsv"), "a\tparsing\n" + line + "\n");
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> LabeledTopics.read(file))
        .withMessageStartingWith(file + ":2: ");
  }
}
