package dev.akin.roles;

import java.util.Arrays;

/// The probability of each label of each sentence, over all sequences of labels.
///
/// The model is a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML
/// 2001). A sequence of labels weighs as much as the product of its potentials: one for each
/// sentence with its label, one for each two labels in a row. The forward and the backward pass sum
/// these weights in time linear in the number of sentences, each step scaled to a sum of 1 so that
/// no number of sentences makes it overflow (Rabiner, Proceedings of the IEEE 1989).
final class ForwardBackward {
  private final double[][] potentials;
  private final double[][] transitions;
  private final double[][] forward;
  private final double[][] backward;
  private final double[] scales;

  /// Runs both passes.
  ///
  /// @param potentials `[sentence][label]`, not negative, in each row at least one positive; kept
  /// @param transitions `[label][label after it]`, positive; kept
  ForwardBackward(double[][] potentials, double[][] transitions) {
    this.potentials = potentials;
    this.transitions = transitions;
    int labels = transitions.length;
    forward = new double[potentials.length][labels];
    backward = new double[potentials.length][labels];
    scales = new double[potentials.length];
    for (int i = 0; i < potentials.length; i++) {
      stepForward(i);
    }
    for (int i = potentials.length - 1; i >= 0; i--) {
      stepBackward(i);
    }
  }

  private void stepForward(int i) {
    double[] row = forward[i];
    for (int label = 0; label < row.length; label++) {
      double before = i == 0 ? 1 : 0;
      for (int last = 0; i > 0 && last < row.length; last++) {
        before += forward[i - 1][last] * transitions[last][label];
      }
      row[label] = before * potentials[i][label];
      scales[i] += row[label];
    }
    for (int label = 0; label < row.length; label++) {
      row[label] /= scales[i];
    }
  }

  private void stepBackward(int i) {
    double[] row = backward[i];
    if (i == backward.length - 1) {
      Arrays.fill(row, 1);
      return;
    }
    for (int label = 0; label < row.length; label++) {
      for (int next = 0; next < row.length; next++) {
        row[label] += transitions[label][next] * potentials[i + 1][next] * backward[i + 1][next];
      }
      row[label] /= scales[i + 1];
    }
  }

  /// The probability that a sentence has a label.
  double probability(int sentence, int label) {
    return forward[sentence][label] * backward[sentence][label];
  }

  /// The probability that a sentence has a label, and the one after it has another.
  double probability(int sentence, int label, int next) {
    return forward[sentence][label]
        * transitions[label][next]
        * potentials[sentence + 1][next]
        * backward[sentence + 1][next]
        / scales[sentence + 1];
  }
}
