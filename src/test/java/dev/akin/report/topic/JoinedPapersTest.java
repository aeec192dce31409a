package dev.akin.report.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.report.corpus.CorpusSample;
import dev.akin.vector.NeighborLists;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedPapersTest {
  /// Rows 0 and 1 are the sample, each a topic. Row 2 is near both, nearer to 1; row 3 is near 2
  /// only; row 4 is near nothing.
  @Test
  void lettingPapersJoinReachesTheNeighborsOfNeighbors() {
    NeighborLists.Filling filling = new NeighborLists.Filling(5, 2);
    filling.add(2, 1, 0.8);
    filling.add(2, 0, 0.7);
    filling.add(3, 2, 0.6);
    NeighborLists lists = filling.lists();
    CorpusSample sample =
        CorpusSample.of(new int[] {0, 1}, 5, new NeighborLists.Filling(2, 1).lists());

    assertThat(JoinedPapers.rows(lists, sample, List.of(List.of(0), List.of(1))))
        .containsExactly(List.of(0), List.of(1, 2, 3));
  }

  /// Row 3 has a nearest paper of topic 0, but two others of topic 1: 0.9 is less than 0.8 + 0.7.
  @Test
  void severalNeighborsCountMoreThanTheNearest() {
    NeighborLists.Filling filling = new NeighborLists.Filling(4, 3);
    filling.add(3, 0, 0.9);
    filling.add(3, 1, 0.8);
    filling.add(3, 2, 0.7);
    CorpusSample sample =
        CorpusSample.of(new int[] {0, 1, 2}, 4, new NeighborLists.Filling(3, 1).lists());

    assertThat(JoinedPapers.rows(filling.lists(), sample, List.of(List.of(0), List.of(1, 2))))
        .containsExactly(List.of(0), List.of(1, 2, 3));
  }
}
