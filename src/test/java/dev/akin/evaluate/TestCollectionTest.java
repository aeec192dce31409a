package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.akin.base.AkinException;
import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCollectionTest {
  private final Path folder;
  private final CollectionFolder files;

  TestCollectionTest(@TempDir Path folder) {
    this.folder = folder;
    this.files = new CollectionFolder(folder);
  }

  private Task only() {
    List<Task> tasks = TestCollection.read(folder).tasks();
    assertThat(tasks).hasSize(1);
    return tasks.getFirst();
  }

  @Test
  void readsQueriesThatRankPools() {
    files
        .with("queries.jsonl", "{\"qid\":\"a_method\",\"paper\":\"a\",\"facet\":\"method\"}")
        .with("pools.jsonl", "{\"qid\":\"a_method\",\"candidates\":[\"c\",\"a\",\"b\"]}")
        .with("qrels.txt", "a_method 0 b 3", "a_method 0 c 1");
    Task task = only();
    assertThat(task.name()).isEqualTo("papers");
    assertThat(task.pooled()).isTrue();
    assertThat(task.relevantFrom()).isEqualTo(2);
    // The query's own paper is no candidate.
    assertThat(task.queries())
        .containsExactly(
            new TestQuery(
                "a_method",
                new Example.LikePaper("a"),
                Aspect.METHOD,
                List.of(new PaperId("c"), new PaperId("b"))));
  }

  @Test
  void readsTheAspectsOfQueries() {
    files
        .with(
            "queries.jsonl",
            "{\"qid\":\"a1\",\"paper\":\"a\",\"facet\":\"background\"}",
            "{\"qid\":\"a2\",\"paper\":\"a\",\"facet\":\"result\"}",
            "{\"qid\":\"b\",\"paper\":\"b\",\"facet\":\"problem\"}")
        .with("qrels.txt", "a1 0 b 1", "a2 0 b 1", "b 0 a 1");
    Task task = only();
    assertThat(task.queries())
        .extracting(TestQuery::aspect)
        .containsExactly(Aspect.PROBLEM, Aspect.RESULT, Aspect.PROBLEM);
    assertThat(task.aspectChoices()).containsExactly(AspectChoice.NONE, AspectChoice.OWN);
    List<Task> parts = task.withAspects();
    assertThat(parts)
        .extracting(Task::name)
        .containsExactly("papers", "papers-problem", "papers-result", "papers-two-aspects");
    Task two = parts.getLast();
    assertThat(two.queries()).extracting(TestQuery::id).containsExactly("a1", "a2");
    assertThat(two.aspectChoices()).endsWith(AspectChoice.OTHER);
    assertThat(two.otherAspect(two.queries().getFirst())).isEqualTo(Aspect.RESULT);
  }

  @Test
  void knowsNoAspectOfOtherFacets() {
    files
        .with("queries.jsonl", "{\"qid\":\"1\",\"paper\":\"a\",\"facet\":\"all\"}")
        .with("qrels.txt", "1 0 b 1");
    Task task = only();
    assertThat(task.queries().getFirst().aspect()).isNull();
    assertThat(task.withAspects()).containsExactly(task);
    assertThat(task.aspectChoices()).containsExactly(AspectChoice.NONE);
  }

  @Test
  void readsTextsAndPhrasesThatSearchTheCorpus() {
    files
        .with(
            "queries.jsonl",
            "{\"qid\":\"1\",\"title\":\"On x\",\"abstract\":\"We x.\"}",
            "{\"qid\":\"2\",\"title\":\"On y\"}",
            "{\"qid\":\"3\",\"text\":\"About z\"}")
        .with("qrels.txt", "1 0 b 1", "2 0 b 1", "3 0 b 1")
        .with("phrases.jsonl", "{\"qid\":\"1#2\",\"text\":\"as in [7]\"}")
        .with("qrels-phrases.txt", "1#2 0 b 1");
    List<Task> tasks = TestCollection.read(folder).tasks();
    assertThat(tasks).extracting(Task::name).containsExactly("papers", "phrases");
    assertThat(tasks.getFirst().pooled()).isFalse();
    assertThat(tasks.getFirst().queries())
        .extracting(TestQuery::example)
        .containsExactly(
            new Example.LikeText("On x", "We x."),
            new Example.LikeText("On y", ""),
            new Example.LikeText("About z"));
    assertThat(tasks.getLast().queries())
        .containsExactly(new TestQuery("1#2", new Example.ForPhrase("as in [7]"), null));
  }

  @Test
  void findsThePapersPackedOrNot() {
    assertThat(TestCollection.read(folder).papers()).isNull();
    files.with("papers.jsonl.gz", "");
    assertThat(TestCollection.read(folder).papers()).isEqualTo(folder.resolve("papers.jsonl.gz"));
    files.with("papers.jsonl", "");
    assertThat(TestCollection.read(folder).papers()).isEqualTo(folder.resolve("papers.jsonl"));
  }

  @Test
  void takesAFileOfPapersForACollectionThatAsksNothing() {
    files.with("all.jsonl", "");
    Path file = folder.resolve("all.jsonl");
    assertThat(TestCollection.read(file))
        .isEqualTo(new TestCollection("all.jsonl", file, List.of()));
  }

  @Test
  void countsWhatDoesNotFitTogether() {
    files
        .with(
            "queries.jsonl",
            "{\"qid\":\"1\",\"paper\":\"a\"}",
            "{\"qid\":\"2\",\"paper\":\"b\"}",
            "{\"qid\":\"3\",\"paper\":\"c\"}")
        .with("qrels.txt", "1 0 b 1", "9 0 b 1");
    assertThat(only().queries()).extracting(TestQuery::id).containsExactly("1");
    assertThat(only().notes())
        .containsExactly(
            "queries without judgments, left out: 2",
            "queries with judgments that are not in the collection: 1");
  }

  @Test
  void saysThatNothingIsThere() {
    Path absent = folder.resolve("absent");
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> TestCollection.read(absent))
        .withMessageStartingWith(absent + ": ")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MISSING));
  }

  @Test
  void saysWhatItLooksForInAFolderThatAsksNothing() {
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> TestCollection.read(folder).requireTasks(folder))
        .withMessageContainingAll(
            folder.toString(), "queries.jsonl", "qrels.txt", "phrases.jsonl", "qrels-phrases.txt")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MALFORMED));
  }

  @Test
  void wantsJudgmentsForQueries() {
    files.with("queries.jsonl", "{\"qid\":\"1\",\"paper\":\"a\"}");
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> TestCollection.read(folder))
        .withMessageContaining("qrels.txt")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MISSING));
    files.with("qrels.txt", "9 0 b 1");
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> TestCollection.read(folder))
        .withMessageContaining("no query of the collection has judgments");
  }

  @Test
  void wantsAPoolForEveryQueryOrForNone() {
    files
        .with("queries.jsonl", "{\"qid\":\"1\",\"paper\":\"a\"}", "{\"qid\":\"2\",\"paper\":\"a\"}")
        .with("pools.jsonl", "{\"qid\":\"1\",\"candidates\":[\"b\"]}")
        .with("qrels.txt", "1 0 b 1");
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> TestCollection.read(folder))
        .withMessageEndingWith("pools.jsonl: there is no pool for the query 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queries.jsonl | {\"qid\":\"1\",                      | queries.jsonl:2: not JSON",
        "queries.jsonl | [1]                                  | queries.jsonl:2: not a JSON object",
        "queries.jsonl | {\"paper\":\"a\"}                    | queries.jsonl:2: qid is missing",
        "queries.jsonl | {\"qid\":7}                          | queries.jsonl:2: qid has a value",
        "queries.jsonl | {\"qid\":\"2\"}                      | queries.jsonl:2: there is no paper",
        "queries.jsonl | {\"qid\":\"1\",\"paper\":\"a\"}      | queries.jsonl:2: this qid occurs",
        "pools.jsonl   | {\"qid\":\"2\",\"candidates\":\"b\"} | pools.jsonl:2: candidates is not",
        "pools.jsonl   | {\"qid\":\"2\",\"candidates\":[\"b\",\"b\"]} | pools.jsonl:2: a candidate",
        "phrases.jsonl | {\"qid\":\"p\",\"text\":\" \"}       | phrases.jsonl:2: phrase is blank",
        "qrels.txt     | 1 0 b                                | qrels.txt:2: 3 fields, expected 4",
        "qrels.txt     | 1 0 c high                           | qrels.txt:2: the grade is not",
        "qrels.txt     | 1 0 b 2                              | qrels.txt:2: this paper already",
      })
  void namesFileAndLineOfWhatIsWrong(String file, String line, String message) throws Exception {
    files
        .with("queries.jsonl", "{\"qid\":\"1\",\"paper\":\"a\"}")
        .with("pools.jsonl", "{\"qid\":\"1\",\"candidates\":[\"b\"]}")
        .with("qrels.txt", "1 0 b 1")
        .with("phrases.jsonl", "{\"qid\":\"0\",\"text\":\"t\"}")
        .with("qrels-phrases.txt", "0 0 b 1");
    TestCollection.read(folder);
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path) + line + "\n");
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> TestCollection.read(folder))
        .withMessageStartingWith(folder + "/" + message)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MALFORMED));
  }

  @Test
  void saysThatAFileIsNotText() throws Exception {
    files.with("queries.jsonl", "{\"qid\":\"1\",\"paper\":\"a\"}");
    Files.write(folder.resolve("qrels.txt"), new byte[] {'1', ' ', (byte) 0xff, '\n'});
    assertThatExceptionOfType(EvaluateException.class)
        .isThrownBy(() -> TestCollection.read(folder))
        .withMessageContaining("qrels.txt: not UTF-8");
  }
}
