package dev.akin.report.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.report.duplicate.NearDuplicates.Pair;
import dev.akin.report.duplicate.NearDuplicates.Work;
import dev.akin.work.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkCountsTest {
  private static final Evidence EVIDENCE = new Evidence(1.0, 0, 0, List.of(), 0, true, List.of());

  private static Pair pair(int one, int other) {
    return new Pair(one, other, EVIDENCE);
  }

  @Test
  void addUp() {
    // A work of three papers with three pairs of which two are to decide, a work of two papers with
    // an erratum, and a paper with two errata.
    WorkCounts counts =
        WorkCounts.of(
            List.of(
                new Work(List.of(0, 1, 2), List.of(pair(0, 1), pair(0, 2), pair(1, 2)), List.of()),
                new Work(List.of(3, 4), List.of(pair(3, 4)), List.of(pair(5, 3))),
                new Work(List.of(6), List.of(), List.of(pair(7, 6), pair(8, 6)))));

    assertThat(counts).isEqualTo(new WorkCounts(2, 5, 3));
    assertThat(counts.pairs()).isEqualTo(3);
    assertThat(counts.line()).isEqualTo("2 works with several papers, 3 errata");
    assertThat(counts.sentences())
        .startsWith("2 works with several papers: 5 papers in 3 pairs, because")
        .endsWith("Also 3 errata, with the papers that they correct.");
  }

  @Test
  void nameNoErrataWhereThereAreNone() {
    assertThat(new WorkCounts(1, 2, 0).line()).isEqualTo("1 work with several papers");
    assertThat(new WorkCounts(0, 0, 1).sentences())
        .isEqualTo("No work has several papers. Also 1 erratum, with the paper that it corrects.");
  }
}
