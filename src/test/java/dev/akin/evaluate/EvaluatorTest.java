package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.PaperId;
import dev.akin.recommend.AspectIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SmallIndex;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
  @TempDir Path folder;
  private PaperIndex index;
  private Evaluator evaluator;

  @BeforeEach
  void open() {
    SmallIndex.write(folder);
    index = new LuceneStore(folder).open(PaperIndex.Check.FILES);
    evaluator =
        new Evaluator(
            index,
            new Recommender(
                index,
                () -> {
                  throw new AssertionError("the model is not needed for a paper of the index");
                }),
            "");
  }

  @AfterEach
  void close() {
    index.close();
  }

  private static Task pool(String paper, String... pool) {
    return task(
        new TestQuery(
            "q", new Example.LikePaper(paper), Stream.of(pool).map(PaperId::new).toList()));
  }

  private static Task search(Example example) {
    return task(new TestQuery("q", example, null));
  }

  private static Task task(TestQuery query) {
    return new Task(
        "papers",
        List.of(query),
        new Qrels(Map.of("q", Map.of(new PaperId("north"), 1))),
        List.of());
  }

  private List<String> answer(Task task, Mode mode) {
    return evaluator.run(task, mode).papers("q").stream().map(PaperId::value).toList();
  }

  @Test
  void ranksExactlyThePoolByMeaning() {
    Task task = pool("east", "west", "northeast", "north");
    assertThat(answer(task, Mode.SEMANTIC)).containsExactly("northeast", "north", "west");
    Run run = evaluator.run(task, Mode.SEMANTIC);
    assertThat(run.system()).hasToString("semantic");
    assertThat(run.model()).isEqualTo("plane");
    // (1, 0) and (1, 1)/√2
    assertThat(run.ranking("q").getFirst().score()).isEqualTo(0.7071, within(1e-4));
  }

  @Test
  void ranksExactlyThePoolByWords() {
    // Of the words "Trees facing sunrise", northeast has two and the others none.
    assertThat(answer(pool("east", "west", "northeast", "north"), Mode.LEXICAL))
        .containsExactly("northeast", "north", "west");
    assertThat(evaluator.run(pool("east", "north"), Mode.LEXICAL).model()).isNull();
  }

  @Test
  void ranksExactlyThePoolByBoth() {
    // By meaning: northeast (0.7071), east (0), west (0); by words: northeast alone.
    Task task = pool("north", "west", "east", "northeast");
    assertThat(answer(task, Mode.HYBRID)).containsExactly("northeast", "east", "west");
    assertThat(evaluator.run(task, Mode.HYBRID).ranking("q").getFirst().score())
        .isBetween(0.7071 + 0.1, 0.7071 + 1);
  }

  @Test
  void putsWhatASystemKnowsNothingOfToTheEndInTheOrderOfIds() {
    Run run = evaluator.run(pool("east", "void", "absent", "west", "north"), Mode.SEMANTIC);
    assertThat(run.papers("q"))
        .extracting(PaperId::value)
        .containsExactly("north", "west", "absent", "void");
    // Below the cosine of west, and each below the one before it, for those who sort again.
    assertThat(run.ranking("q"))
        .extracting(Run.Ranked::score)
        .satisfies(
            scores -> {
              assertThat(scores.get(2)).isEqualTo(-2, within(1e-6));
              assertThat(scores.get(3)).isEqualTo(-3, within(1e-6));
            });
  }

  @Test
  void ranksAPoolForAPaperWithoutText() {
    assertThat(answer(pool("void", "west", "north"), Mode.SEMANTIC))
        .containsExactly("north", "west");
    assertThat(answer(pool("void", "west", "north"), Mode.HYBRID)).containsExactly("north", "west");
  }

  @Test
  void searchesTheCorpusAndLeavesThePaperItselfOut() {
    assertThat(answer(search(new Example.LikePaper("east")), Mode.SEMANTIC))
        .containsExactly("northeast", "north", "west");
    assertThat(answer(search(new Example.ForPhrase("rivers")), Mode.LEXICAL))
        .containsExactly("west");
  }

  @Test
  void findsNothingForAPaperWithoutText() {
    Run run = evaluator.run(search(new Example.LikePaper("void")), Mode.SEMANTIC);
    assertThat(run.rankings()).containsOnlyKeys("q");
    assertThat(run.papers("q")).isEmpty();
  }

  @Test
  void doesNotAnswerAQueryAboutAnUnknownPaper() {
    Task task = search(new Example.LikePaper("absent"));
    assertThat(evaluator.run(task, Mode.HYBRID).rankings()).isEmpty();
    assertThat(evaluator.notes(task))
        .containsExactly("queries about a paper that the corpus does not have: 1");
  }

  @Test
  void countsJudgedPapersThatTheCorpusDoesNotHave() {
    Task task =
        new Task(
            "papers",
            List.of(new TestQuery("q", new Example.LikePaper("east"), null)),
            new Qrels(
                Map.of(
                    "q",
                    Map.of(new PaperId("north"), 1, new PaperId("x"), 1, new PaperId("y"), 0))),
            List.of());
    assertThat(evaluator.notes(task))
        .containsExactly(
            "judged papers that the corpus does not have; the relevant ones count as not found: 2");
    assertThat(evaluator.notes(search(new Example.LikePaper("east")))).isEmpty();
  }

  @Test
  void answersByTheAspectOfEachQuery(@TempDir Path other) {
    AspectIndex.write(other);
    try (PaperIndex aspects = new LuceneStore(other).open(PaperIndex.Check.NOTHING)) {
      Evaluator byAspect =
          new Evaluator(
              aspects,
              new Recommender(
                  aspects,
                  () -> {
                    throw new AssertionError("the model is not needed");
                  }),
              "");
      List<PaperId> pool = List.of(new PaperId("whole"), new PaperId("method"));
      Task task =
          new Task(
              "papers",
              List.of(
                  new TestQuery("q", new Example.LikePaper("query"), Aspect.METHOD, pool),
                  new TestQuery("i", new Example.LikePaper("idle"), Aspect.METHOD, pool)),
              new Qrels(Map.of("q", Map.of(pool.getLast(), 1), "i", Map.of(pool.getLast(), 1))),
              List.of());
      Run none = byAspect.run(task, Mode.SEMANTIC, AspectChoice.NONE);
      assertThat(none.papers("q")).extracting(PaperId::value).containsExactly("whole", "method");
      assertThat(none.notes()).isEmpty();
      Run own = byAspect.run(task, Mode.SEMANTIC, AspectChoice.OWN);
      assertThat(own.system()).hasToString("semantic, own aspect");
      assertThat(own.papers("q")).extracting(PaperId::value).containsExactly("method", "whole");
      assertThat(own.ranking("i")).isEqualTo(none.ranking("i"));
      assertThat(Notes.of(own, task))
          .containsExactly(
              "semantic, own aspect: queries whose paper has nothing of the aspect, answered without"
                  + " it: 1");
    }
  }
}
