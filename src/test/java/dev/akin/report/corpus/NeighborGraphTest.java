package dev.akin.report.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.AllPairs;
import dev.akin.vector.NeighborLists;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeighborGraphTest {
  /// Unit vectors at some angles in degrees; null for a row without a vector.
  private static NeighborLists lists(int count, @Nullable Integer... degrees) {
    float[] @Nullable [] rows = new float[degrees.length][];
    for (int row = 0; row < rows.length; row++) {
      Integer angle = degrees[row];
      if (angle != null) {
        double radians = Math.toRadians(angle);
        rows[row] = new float[] {(float) Math.cos(radians), (float) Math.sin(radians)};
      }
    }
    return new AllPairs(count, 1).of(rows, done -> {});
  }

  @Test
  void joinsTwoPapersOnceIfEitherIsAmongTheNearestOfTheOther() {
    // 0 and 10 degrees are each other's nearest, that of 30 is 10, that of nothing is nothing.
    NeighborGraph graph = NeighborGraph.of(lists(1, 30, null, 0, 10), 1);
    assertThat(graph.nodes()).isEqualTo(4);
    assertThat(IntStream.range(0, graph.edges()).mapToObj(e -> graph.a(e) + " " + graph.b(e)))
        .containsExactly("0 3", "2 3");
    assertThat(graph.cosine(0)).isCloseTo(Math.cos(Math.toRadians(20)), within(1e-6));
    assertThat(graph.cosine(1)).isCloseTo(Math.cos(Math.toRadians(10)), within(1e-6));
  }

  @Test
  void bindsNearPapersMore() {
    NeighborGraph graph = NeighborGraph.of(lists(1, 0, 10, 90, 110, 200, 230), 1);
    // Edges of 10, 20 and 30 degrees; the middle one weighs 1.
    assertThat(graph.edges()).isEqualTo(3);
    assertThat(graph.weight(1)).isEqualTo(1);
    double distance = 1 - Math.cos(Math.toRadians(20));
    assertThat(graph.weight(0))
        .isCloseTo(
            Math.exp(2 * (Math.cos(Math.toRadians(10)) - 1 + distance) / distance), within(1e-4));
    assertThat(graph.weight(2)).isBetween(0.0, 1.0);
  }

  @Test
  void takesNoMoreOfTheNearestThanItIsTold() {
    NeighborLists lists = lists(3, 0, 10, 25, 45);
    assertThat(NeighborGraph.of(lists, 3).edges()).isEqualTo(6);
    assertThat(NeighborGraph.of(lists, 1).edges()).isEqualTo(3);
  }
}
