package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllPairsTest {
  private static final int COUNT = 10;

  /// Sizes around those of tiles and blocks; dimensions that are no multiple of a vector register.
  @ParameterizedTest(name = "{0} rows of {1} coordinates")
  @CsvSource({"0,3", "1,3", "2,3", "11,5", "49,7", "767,17", "769,17", "1600,24"})
  void findsWhatAPlainLoopFinds(int size, int dimension) {
    float[][] rows = random(size, dimension);

    requireEqual(new AllPairs(COUNT, 2).of(rows, share -> {}), rows);
  }

  @Test
  void findsNoNeighborsOfRowsWithoutVector() {
    float[] @Nullable [] rows = random(40, 6);
    rows[0] = null;
    rows[17] = null;

    NeighborLists found = new AllPairs(COUNT, 2).of(rows, share -> {});

    requireEqual(found, rows);
    assertThat(found.count(17)).isZero();
  }

  /// A thousand rows that are equally near to everything, as papers with the same text are.
  @Test
  void breaksTiesOfCopiesByRow() {
    float[][] rows = random(1200, 8);
    for (int row = 100; row < 1100; row++) {
      rows[row] = rows[50].clone();
    }

    requireEqual(new AllPairs(COUNT, 2).of(rows, share -> {}), rows);
  }

  /// Single precision cannot distinguish these: their products differ in the ninth place.
  @Test
  void ordersByDoublePrecision() {
    Random random = Seed.random();
    float[] base = random(1, 64)[0];
    float[][] rows = new float[900][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = base.clone();
      for (int i = 0; i < base.length; i++) {
        rows[row][i] += Math.ulp(base[i]) * random.nextInt(-2, 3);
      }
    }

    requireEqual(new AllPairs(COUNT, 2).of(rows, share -> {}), rows);
  }

  @Test
  void doesNotDependOnThreads() {
    float[][] rows = random(2000, 16);
    NeighborLists one = new AllPairs(COUNT, 1).of(rows, share -> {});
    NeighborLists four = new AllPairs(COUNT, 4).of(rows, share -> {});

    for (int row = 0; row < rows.length; row++) {
      assertThat(four.of(row)).containsExactly(one.of(row));
    }
  }

  @Test
  void reportsItsProgress() {
    List<Double> told = new ArrayList<>();

    new AllPairs(COUNT, 1).of(random(1600, 4), told::add);

    // Three blocks make six pairs of blocks; the rows are reported once.
    assertThat(told).hasSize(7).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void endsWhenProgressThrows() {
    assertThatThrownBy(
            () ->
                new AllPairs(COUNT, 2)
                    .of(
                        random(4000, 4),
                        share -> {
                          throw new CancellationException("enough");
                        }))
        .isInstanceOf(CancellationException.class)
        .hasMessage("enough");
  }

  @Test
  void refusesMoreCandidatesThanAnArrayHolds() {
    assertThatThrownBy(() -> new Candidates(new float[70_000][], 69_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("69,016 candidates of each of 70,000 rows");
  }

  @Test
  void refusesNoNeighborsAndNoThreads() {
    assertThatThrownBy(() -> new AllPairs(0, 1)).hasMessage("0 neighbors by 1 threads");
  }

  private static float[][] random(int size, int dimension) {
    Random random = Seed.random();
    Space space = Space.of("random", dimension, Map.of());
    return IntStream.range(0, size)
        .mapToObj(
            row -> {
              float[] values = new float[dimension];
              for (int i = 0; i < dimension; i++) {
                values[i] = (float) random.nextGaussian();
              }
              return Embedding.normalize(space, values).toArray();
            })
        .toArray(float[][]::new);
  }

  private static void requireEqual(NeighborLists found, float[] @Nullable [] rows) {
    assertThat(found.size()).isEqualTo(rows.length);
    for (int row = 0; row < rows.length; row++) {
      List<Integer> expected = plainLoop(rows, row);
      assertThat(found.of(row)).as("row " + row).containsExactly(expected.toArray(Integer[]::new));
      for (int rank = 0; rank < found.count(row); rank++) {
        assertThat(found.cosine(row, rank)).isEqualTo(cosine(rows, row, expected.get(rank)));
      }
    }
  }

  private static List<Integer> plainLoop(float[] @Nullable [] rows, int row) {
    if (rows[row] == null) {
      return List.of();
    }
    double[] cosines = new double[rows.length];
    for (int other = 0; other < rows.length; other++) {
      cosines[other] = rows[other] == null ? -2 : cosine(rows, row, other);
    }
    return IntStream.range(0, rows.length)
        .filter(other -> other != row && rows[other] != null)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer other) -> -cosines[other]).thenComparing(o -> o))
        .limit(COUNT)
        .toList();
  }

  private static double cosine(float[] @Nullable [] rows, int one, int other) {
    return Cosine.of(Objects.requireNonNull(rows[one]), Objects.requireNonNull(rows[other]));
  }
}
