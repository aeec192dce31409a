package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static List<PaperId> ids(String... ids) {
    return List.of(ids).stream().map(PaperId::new).toList();
  }

  private static TestQuery query(String id, String paper, String @Nullable ... pool) {
    return new TestQuery(id, new Example.LikePaper(paper), pool == null ? null : ids(pool));
  }

  private static Qrels qrels(String query, Map<String, Integer> grades) {
    Map<PaperId, Integer> papers = new LinkedHashMap<>();
    grades.forEach((paper, grade) -> papers.put(new PaperId(paper), grade));
    return new Qrels(Map.of(query, papers));
  }

  private static Run run(String query, String... papers) {
    List<Run.Ranked> ranked = new ArrayList<>();
    for (String paper : papers) {
      ranked.add(new Run.Ranked(new PaperId(paper), -ranked.size()));
    }
    return new Run("run", null, Map.of(query, ranked));
  }

  private static double metric(TaskResult result, String name) {
    return result.systems().getFirst().metric(name).mean();
  }

  @Test
  void ranksExactlyThePoolWithTheUnrankedAtTheEndByTheirIds() {
    Task task =
        new Task(
            "papers",
            List.of(query("q", "self", "d", "c", "b", "a")),
            qrels("q", Map.of("b", 2, "c", 3, "outside", 3)),
            List.of());
    // "outside" does not count; d, then a, b, c: relevant at 3 and 4: (1/3 + 2/4) / 2 = 0.41667
    TaskResult result = Evaluation.of(task, List.of(run("q", "outside", "d")), List.of());
    assertThat(metric(result, "map")).isEqualTo(0.41667, within(1e-5));
    assertThat(result.notes())
        .containsExactly("run: papers outside the pools, which do not count: 1");
  }

  @Test
  void takesGradeOneForRelevantOnlyWhereThereIsNoHigherOne() {
    TestQuery pooled = query("q", "self", "a", "b");
    Qrels binary = qrels("q", Map.of("a", 0, "b", 1));
    Qrels graded = qrels("q", Map.of("a", 3, "b", 1));
    assertThat(new Task("papers", List.of(pooled), binary, List.of()).relevantFrom()).isOne();
    assertThat(new Task("papers", List.of(pooled), graded, List.of()).relevantFrom()).isEqualTo(2);
    TestQuery search = query("q", "self", (String[]) null);
    assertThat(new Task("papers", List.of(search), graded, List.of()).relevantFrom()).isOne();
  }

  @Test
  void leavesTheQuerysOwnPaperOut() {
    Task task =
        new Task(
            "papers",
            List.of(query("q", "self", (String[]) null)),
            qrels("q", Map.of("self", 1, "b", 1)),
            List.of());
    // neither as an answer (at rank 1, with x before b) nor as one that is missing
    TaskResult result = Evaluation.of(task, List.of(run("q", "self", "x", "b")), List.of());
    assertThat(metric(result, "mrr")).isEqualTo(1 / 2.0);
    result = Evaluation.of(task, List.of(run("q", "b")), List.of());
    assertThat(metric(result, "recall@10")).isEqualTo(1);
  }

  @Test
  void takesANegativeGradeForNotRelevant() {
    Task task =
        new Task(
            "papers",
            List.of(query("q", "self", (String[]) null)),
            qrels("q", Map.of("spam", -2, "b", 1)),
            List.of());
    // 1/log2(3), ideally 1
    TaskResult result = Evaluation.of(task, List.of(run("q", "spam", "b")), List.of());
    assertThat(metric(result, "ndcg@10")).isEqualTo(0.63093, within(1e-5));
  }

  @Test
  void countsAQueryWithoutAnswerAsNothing() {
    Map<String, Map<PaperId, Integer>> grades =
        Map.of("q", Map.of(new PaperId("a"), 2), "r", Map.of(new PaperId("a"), 2));
    Task task =
        new Task(
            "papers",
            List.of(query("q", "self", "a", "b"), query("r", "self", "a", "b")),
            new Qrels(grades),
            List.of("said before"));
    TaskResult result = Evaluation.of(task, List.of(run("q", "a", "b")), List.of("said now"));
    // 1 and 0
    assertThat(metric(result, "map")).isEqualTo(0.5);
    assertThat(metric(result, "ndcg%20")).isEqualTo(0.5);
    assertThat(result.queries()).isEqualTo(2);
    assertThat(result.notes())
        .containsExactly(
            "said before", "said now", "run: queries without an answer, which count as 0: 1");
  }

  @Test
  void pairsSystemsOfTheSameIndexAndTheSameSystemOfDifferentIndexes() {
    SystemResult words = result("lexical", "");
    SystemResult both = result("hybrid", "");
    SystemResult otherWords = result("lexical", "other");
    SystemResult otherBoth = result("hybrid", "other");
    TaskResult result =
        new TaskResult("t", "", 1, List.of(words, both, otherWords, otherBoth), List.of());
    assertThat(result.pairs())
        .containsExactly(
            new TaskResult.Pair(both, words),
            new TaskResult.Pair(otherWords, words),
            new TaskResult.Pair(otherBoth, both),
            new TaskResult.Pair(otherBoth, otherWords));
  }

  private static SystemResult result(String system, String index) {
    return new SystemResult(new SystemName(system, index), null, Map.of());
  }
}
