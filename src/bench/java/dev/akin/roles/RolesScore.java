package dev.akin.roles;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/// How well weights predict the labels of abstracts, over the sentences with a reliable label.
/// Headings are not used.
final class RolesScore {
  private static final Set<Role> ANY = EnumSet.allOf(Role.class);

  /// `[what people said][most probable]`.
  private final int[][] labels = new int[SentenceLabel.COUNT][SentenceLabel.COUNT];

  private final int[][] roles = new int[Role.values().length][Role.values().length];
  private int count;
  private double labelLoss;
  private double roleLoss;
  private double brier;

  /// Scores the weights of a file.
  RolesScore(byte[] file, List<LabeledAbstract> abstracts) {
    RoleWeights weights = new RoleWeights(ByteBuffer.wrap(file));
    for (LabeledAbstract each : abstracts) {
      List<SentenceFeatures> features = SentenceFeatures.of(each.sentences());
      double[][] probabilities =
          SentenceRoles.labels(weights, features, Collections.nCopies(features.size(), ANY));
      for (int i = 0; i < probabilities.length; i++) {
        if (each.isReliable(i)) {
          add(each.labels().get(i), probabilities[i]);
        }
      }
    }
  }

  private void add(SentenceLabel truth, double[] probabilities) {
    double[] ofRoles = new double[roles.length];
    for (SentenceLabel label : SentenceLabel.values()) {
      ofRoles[label.role().column()] += probabilities[label.column()];
    }
    int role = truth.role().column();
    count++;
    labels[truth.column()][highest(probabilities)]++;
    roles[role][highest(ofRoles)]++;
    labelLoss -= Math.log(probabilities[truth.column()]);
    roleLoss -= Math.log(ofRoles[role]);
    for (int i = 0; i < ofRoles.length; i++) {
      double error = ofRoles[i] - (i == role ? 1 : 0);
      brier += error * error;
    }
  }

  private static int highest(double[] values) {
    int highest = 0;
    for (int i = 1; i < values.length; i++) {
      highest = values[i] > values[highest] ? i : highest;
    }
    return highest;
  }

  /// The mean negative logarithm of the probability of the true role; smaller is better.
  double roleLoss() {
    return roleLoss / count;
  }

  /// Prints all figures.
  void print(String name) {
    System.out.printf(
        Locale.ROOT,
        "%s, %,d sentences%n  five labels: accuracy %.1f %%, log loss %.3f, F1%s%n"
            + "  four roles: accuracy %.1f %%, log loss %.3f, Brier score %.3f, F1%s%n",
        name,
        count,
        accuracy(labels),
        labelLoss / count,
        f1(labels, SentenceLabel.values()),
        accuracy(roles),
        roleLoss(),
        brier / count,
        f1(roles, Role.values()));
  }

  private double accuracy(int[][] confusions) {
    return 100.0 * sum(confusions.length, i -> confusions[i][i]) / count;
  }

  private static String f1(int[][] confusions, Object[] names) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      int at = i;
      int truth = sum(names.length, other -> confusions[at][other]);
      int said = sum(names.length, other -> confusions[other][at]);
      text.append(
          String.format(
              Locale.ROOT,
              " %s %.1f",
              names[i].toString().toLowerCase(Locale.ROOT),
              200.0 * confusions[i][i] / (truth + said)));
    }
    return text.toString();
  }

  private static int sum(int count, IntUnaryOperator values) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values.applyAsInt(i);
    }
    return sum;
  }
}
