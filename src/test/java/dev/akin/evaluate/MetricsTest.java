package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /// Six papers of a pool; relevant from grade 2: those at ranks 2 and 5.
  private static final GradedRanking POOL = pool(1, 3, 0, 0, 2, 0);

  private static GradedRanking pool(Integer... grades) {
    return new GradedRanking(List.of(grades), List.of(grades), 2);
  }

  private static GradedRanking search(List<Integer> grades, List<Integer> judged) {
    return new GradedRanking(grades, judged, 1);
  }

  @Test
  void averagesThePrecisionAtEachRelevantPaper() {
    // (1/2 + 2/5) / 2
    assertThat(Metrics.averagePrecision(POOL)).isEqualTo(0.45, EXACT);
  }

  @Test
  void countsRelevantPapersThatWereNotFoundInAveragePrecision() {
    // found at rank 1, and two more that were not: (1/1) / 3
    GradedRanking ranking = search(List.of(1, 0), List.of(1, 1, 1));
    assertThat(Metrics.averagePrecision(ranking)).isEqualTo(1 / 3.0, EXACT);
  }

  @Test
  void takesTheReciprocalRankOfTheFirstRelevantPaper() {
    assertThat(Metrics.reciprocalRank(POOL)).isEqualTo(1 / 2.0, EXACT);
    assertThat(Metrics.reciprocalRank(pool(1, 1))).isZero();
  }

  @Test
  void recallsAShareOfAllRelevantPapers() {
    GradedRanking ranking = search(List.of(0, 1, 0, 2), List.of(1, 2, 1, 1));
    // of four, one is among the first three, two among all
    assertThat(Metrics.recall(ranking, 3)).isEqualTo(1 / 4.0, EXACT);
    assertThat(Metrics.recall(ranking, 100)).isEqualTo(2 / 4.0, EXACT);
  }

  @Test
  void discountsByTheLogarithmOfTheRankPlusOne() {
    GradedRanking ranking = search(List.of(0, 1, 3), List.of(3, 1, 0));
    // 0/log2(2) + 1/log2(3) + 3/log2(4) = 0.63093 + 1.5; ideally 3/1 + 1/log2(3) = 3.63093
    assertThat(Metrics.ndcg(ranking, 10)).isEqualTo(2.13093 / 3.63093, within(1e-5));
    // cut at 2: 0.63093, ideally the same
    assertThat(Metrics.ndcg(ranking, 2)).isEqualTo(0.63093 / 3.63093, within(1e-5));
  }

  @Test
  void countsRelevantPapersThatWereNotFoundInNdcg() {
    // 1/log2(2), ideally 1/log2(2) + 1/log2(3)
    GradedRanking ranking = search(List.of(1), List.of(1, 1));
    assertThat(Metrics.ndcg(ranking, 10)).isEqualTo(1 / 1.63093, within(1e-5));
  }

  @Test
  void discountsAsCsfcubeDoesInAFifthOfThePool() {
    // 20 papers, so 4 count: 1 + 3/log2(2) + 0/log2(3) + 2/log2(4) = 1 + 3 + 0 + 1 = 5;
    // ideally 3 + 2/1 + 1/log2(3) + 1/log2(4) = 3 + 2 + 0.63093 + 0.5 = 6.13093
    Integer[] grades = Collections.nCopies(20, 0).toArray(Integer[]::new);
    grades[0] = 1;
    grades[1] = 3;
    grades[3] = 2;
    grades[19] = 1;
    assertThat(Metrics.csfcubeNdcg(pool(grades), 20)).isEqualTo(5 / 6.13093, within(1e-5));
  }

  @Test
  void cutsAFifthDownButNotToNothing() {
    // 9 papers: one counts. 3 of a possible 3.
    assertThat(Metrics.csfcubeNdcg(pool(3, 0, 0, 0, 0, 0, 0, 0, 0), 20)).isEqualTo(1, EXACT);
    assertThat(Metrics.csfcubeNdcg(pool(0, 3, 0, 0, 0, 0, 0, 0, 0), 20)).isZero();
    assertThat(Metrics.csfcubeNdcg(pool(1, 3), 20)).isEqualTo(1 / 3.0, EXACT);
  }

  @Test
  void giveNothingWhereNothingIsRelevant() {
    GradedRanking ranking = pool(0, 0, 0);
    for (Metric metric : Metric.OF_POOLS) {
      assertThat(metric.function().applyAsDouble(ranking)).as(metric.name()).isZero();
    }
    for (Metric metric : Metric.OF_SEARCH) {
      assertThat(metric.function().applyAsDouble(ranking)).as(metric.name()).isZero();
    }
  }
}
