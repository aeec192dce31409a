package dev.akin.recommend.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AverageLinkageTest {
  @Test
  void mergesWhatIsCloseAndLeavesTheRestAlone() {
    // Cosines: 0° and 10° 0.985, 80° and 90° 0.985, between the pairs at most cos 70° = 0.342;
    // 200° is in front of none.
    assertThat(cluster(0.9, 0, 10, 80, 90, 200))
        .containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2, 3), Set.of(4));
  }

  @Test
  void comparesMeansNotNeighbors() {
    // 0° and 30°: 0.866, merged first as 30° and 65° have 0.819. Then the mean of cos 65° and
    // cos 35°: (0.423 + 0.819) / 2 = 0.621.
    assertThat(cluster(0.63, 0, 30, 65)).containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2));
    assertThat(cluster(0.62, 0, 30, 65)).containsExactly(Set.of(0, 1, 2));
  }

  @Test
  void weighsAMergedClusterBySize() {
    // 0°, 2° and 5° are one cluster; its mean with 60° is (0.5 + 0.530 + 0.574) / 3 = 0.535.
    // Were 0° and 2°, merged first, to count as one: ((0.5 + 0.530) / 2 + 0.574) / 2 = 0.544.
    assertThat(cluster(0.54, 0, 2, 5, 60)).hasSize(2);
    assertThat(cluster(0.53, 0, 2, 5, 60)).hasSize(1);
  }

  @Test
  void makesOneClusterOfTheSameAndNoneOfNothing() {
    assertThat(cluster(0.99, 7, 7, 7)).containsExactly(Set.of(0, 1, 2));
    assertThat(cluster(0.5, 7)).containsExactly(Set.of(0));
    assertThat(cluster(0.5)).isEmpty();
  }

  /// Looking for the closest pair again after each merge, over all members.
  @Test
  void findsWhatTheSlowWayFinds() {
    Random random = Seed.random();
    for (int round = 0; round < 50; round++) {
      double[] degrees = random.doubles(20, 0, 360).toArray();
      assertThat(cluster(0.8, degrees)).containsExactlyInAnyOrderElementsOf(slowly(0.8, degrees));
    }
  }

  private static Set<Set<Integer>> slowly(double least, double... degrees) {
    List<Set<Integer>> clusters = new ArrayList<>();
    for (int i = 0; i < degrees.length; i++) {
      clusters.add(new HashSet<>(Set.of(i)));
    }
    while (true) {
      double most = least;
      List<Set<Integer>> pair = List.of();
      for (Set<Integer> one : clusters) {
        for (Set<Integer> other : clusters) {
          if (!one.equals(other) && mean(one, other, degrees) >= most) {
            most = mean(one, other, degrees);
            pair = List.of(one, other);
          }
        }
      }
      if (pair.isEmpty()) {
        return new HashSet<>(clusters);
      }
      Set<Integer> gone = pair.getLast();
      clusters.removeIf(cluster -> cluster.equals(gone));
      pair.getFirst().addAll(gone);
    }
  }

  private static double mean(Set<Integer> one, Set<Integer> other, double... degrees) {
    double sum = 0;
    for (int i : one) {
      for (int j : other) {
        sum += Math.cos(Math.toRadians(degrees[i] - degrees[j]));
      }
    }
    return sum / one.size() / other.size();
  }

  private static List<Set<Integer>> cluster(double least, double... degrees) {
    float[][] vectors = new float[degrees.length][];
    for (int i = 0; i < degrees.length; i++) {
      double angle = Math.toRadians(degrees[i]);
      vectors[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
    List<Set<Integer>> clusters = new ArrayList<>();
    AverageLinkage.cluster(vectors, least).forEach(each -> clusters.add(new HashSet<>(each)));
    return Collections.unmodifiableList(clusters);
  }
}
