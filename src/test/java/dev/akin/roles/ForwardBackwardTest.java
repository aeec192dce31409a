package dev.akin.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Seed;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForwardBackwardTest {
  @Test
  void sumsOverAllSequences() {
    // Two sentences, two labels. Weights of the sequences: 00: 1 * 2 * 3 = 6, 01: 1 * 1 * 1 = 1,
    // 10: 4 * 1 * 3 = 12, 11: 4 * 5 * 1 = 20; together 39.
    ForwardBackward chain =
        new ForwardBackward(new double[][] {{1, 4}, {3, 1}}, new double[][] {{2, 1}, {1, 5}});
    assertThat(chain.probability(0, 0)).isEqualTo(7.0 / 39, within(1e-12));
    assertThat(chain.probability(0, 1)).isEqualTo(32.0 / 39, within(1e-12));
    assertThat(chain.probability(1, 0)).isEqualTo(18.0 / 39, within(1e-12));
    assertThat(chain.probability(1, 1)).isEqualTo(21.0 / 39, within(1e-12));
    assertThat(chain.probability(0, 1, 0)).isEqualTo(12.0 / 39, within(1e-12));
  }

  @Test
  void agreesWithAPlainSumOverAllSequences() {
    Random random = Seed.random();
    for (int round = 0; round < 20; round++) {
      int labels = 2 + random.nextInt(4);
      double[][] potentials = positive(random, 1 + random.nextInt(5), labels);
      double[][] transitions = positive(random, labels, labels);
      // A label that a heading rules out.
      potentials[random.nextInt(potentials.length)][random.nextInt(labels)] = 0;
      ForwardBackward chain = new ForwardBackward(potentials, transitions);
      double[][] sums = new double[potentials.length][labels];
      double[][][] pairs = new double[potentials.length][labels][labels];
      double all = addSequences(potentials, transitions, new int[0], sums, pairs);
      for (int i = 0; i < sums.length; i++) {
        for (int label = 0; label < labels; label++) {
          assertThat(chain.probability(i, label)).isEqualTo(sums[i][label] / all, within(1e-12));
          for (int next = 0; i + 1 < sums.length && next < labels; next++) {
            assertThat(chain.probability(i, label, next))
                .isEqualTo(pairs[i][label][next] / all, within(1e-12));
          }
        }
      }
    }
  }

  private static double[][] positive(Random random, int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(row, column -> Math.exp(random.nextGaussian()));
    }
    return values;
  }

  /// Adds the weights of all sequences that begin with `labels` to the sums of what they have.
  private static double addSequences(
      double[][] potentials,
      double[][] transitions,
      int[] labels,
      double[][] sums,
      double[][][] pairs) {
    if (labels.length < potentials.length) {
      double sum = 0;
      for (int label = 0; label < transitions.length; label++) {
        int[] longer = Arrays.copyOf(labels, labels.length + 1);
        longer[labels.length] = label;
        sum += addSequences(potentials, transitions, longer, sums, pairs);
      }
      return sum;
    }
    double weight = 1;
    for (int i = 0; i < labels.length; i++) {
      weight *= potentials[i][labels[i]] * (i == 0 ? 1 : transitions[labels[i - 1]][labels[i]]);
    }
    for (int i = 0; i < labels.length; i++) {
      sums[i][labels[i]] += weight;
      if (i > 0) {
        pairs[i - 1][labels[i - 1]][labels[i]] += weight;
      }
    }
    return weight;
  }

  @Test
  void holdsForManySentences() {
    double[][] potentials = new double[10_000][];
    Arrays.setAll(potentials, i -> new double[] {1e-300, 1});
    ForwardBackward chain =
        new ForwardBackward(potentials, new double[][] {{1e-9, 1e9}, {1e9, 1e-9}});
    assertThat(chain.probability(5_000, 0) + chain.probability(5_000, 1))
        .isEqualTo(1, within(1e-9));
  }
}
