package dev.akin.roles;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Trains the conditional random field of [SentenceRoles] by stochastic gradient descent.
///
/// People often disagreed on the labels. So what is maximized is not the likelihood of whole
/// sequences but that of each sentence's label by itself (Kakade, Teh and Roweis, ICML 2002),
/// weighted by the fourth power of the agreement on it. The gradient of one label is the difference
/// of two expectations: without and with this label held fixed.
///
/// The result is the mean of the weights after each epoch of the second half.
final class RolesTrainer {
  private static final int LABELS = SentenceLabel.COUNT;

  /// How many sentences must have a feature, so that it is learned.
  private static final int MIN_SENTENCES = 3;

  /// Features whose weights are all smaller are left out.
  private static final double MIN_WEIGHT = 0.01;

  private static final int EPOCHS = 20;
  private static final double RATE = 0.006;
  private static final double DECAY = 0.001;
  private static final double POWER_OF_AGREEMENT = 4;

  /// An abstract with the rows of its features.
  ///
  /// @param main of each sentence
  /// @param minor of each sentence
  private record Example(LabeledAbstract labeled, List<int[]> main, List<int[]> minor) {}

  private final Map<Integer, Integer> rows = new TreeMap<>();
  private final List<Example> examples = new ArrayList<>();
  private final double[][] weights;
  private final double[][] sums;
  private final double[][] transitions = new double[LABELS][LABELS];
  private final double[][] transitionSums = new double[LABELS][LABELS];
  private int summed;

  private RolesTrainer(List<LabeledAbstract> abstracts) {
    List<List<SentenceFeatures>> features =
        abstracts.stream().map(each -> SentenceFeatures.of(each.sentences())).toList();
    number(features);
    for (int i = 0; i < abstracts.size(); i++) {
      examples.add(
          new Example(
              abstracts.get(i),
              features.get(i).stream().map(each -> known(each.main())).toList(),
              features.get(i).stream().map(each -> known(each.minor())).toList()));
    }
    weights = new double[rows.size()][LABELS];
    sums = new double[rows.size()][LABELS];
  }

  /// Trains on abstracts.
  static RolesTrainer train(List<LabeledAbstract> abstracts, Random random) {
    RolesTrainer trainer = new RolesTrainer(abstracts);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(trainer.examples, random);
      trainer.examples.forEach(trainer::learn);
      if (epoch >= EPOCHS / 2) {
        trainer.sum();
      }
    }
    return trainer;
  }

  private void number(List<List<SentenceFeatures>> abstracts) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (List<SentenceFeatures> sentences : abstracts) {
      for (SentenceFeatures each : sentences) {
        for (int feature : each.main()) {
          counts.merge(feature, 1, Integer::sum);
        }
        for (int feature : each.minor()) {
          counts.merge(feature, 1, Integer::sum);
        }
      }
    }
    counts.forEach(
        (feature, count) -> {
          if (count >= MIN_SENTENCES) {
            rows.put(feature, rows.size());
          }
        });
  }

  private int[] known(int[] features) {
    return Arrays.stream(features)
        .filter(rows::containsKey)
        .map(feature -> rows.getOrDefault(feature, 0))
        .toArray();
  }

  private void learn(Example example) {
    int count = example.main().size();
    double[][] potentials = potentials(example);
    double[][] pairs = exponentials(transitions);
    double[][] gradient = new double[count][LABELS];
    double[][] pairGradient = new double[LABELS][LABELS];
    double total = 0;
    for (int i = 0; i < count; i++) {
      double weight = Math.pow(example.labeled().agreements().get(i), POWER_OF_AGREEMENT);
      int label = example.labeled().labels().get(i).column();
      double[][] held = potentials.clone();
      held[i] = new double[LABELS];
      held[i][label] = potentials[i][label];
      addExpectation(new ForwardBackward(held, pairs), weight, gradient, pairGradient);
      total += weight;
    }
    addExpectation(new ForwardBackward(potentials, pairs), -total, gradient, pairGradient);
    for (int i = 0; i < count; i++) {
      climb(example.main().get(i), 1, gradient[i]);
      climb(example.minor().get(i), SentenceRoles.MINOR_SCALE, gradient[i]);
    }
    for (int label = 0; label < LABELS; label++) {
      climb(transitions[label], 1, pairGradient[label]);
    }
  }

  private double[][] potentials(Example example) {
    double[][] scores = new double[example.main().size()][LABELS];
    for (int i = 0; i < scores.length; i++) {
      add(example.main().get(i), 1, scores[i]);
      add(example.minor().get(i), SentenceRoles.MINOR_SCALE, scores[i]);
    }
    return exponentials(scores);
  }

  private void add(int[] features, double scale, double[] scores) {
    for (int row : features) {
      for (int label = 0; label < LABELS; label++) {
        scores[label] += scale * weights[row][label];
      }
    }
  }

  private static double[][] exponentials(double[][] scores) {
    double[][] exponentials = new double[scores.length][LABELS];
    for (int i = 0; i < scores.length; i++) {
      for (int label = 0; label < LABELS; label++) {
        exponentials[i][label] = Math.exp(scores[i][label]);
      }
    }
    return exponentials;
  }

  private static void addExpectation(
      ForwardBackward chain, double weight, double[][] labels, double[][] pairs) {
    for (int i = 0; i < labels.length; i++) {
      for (int label = 0; label < LABELS; label++) {
        labels[i][label] += weight * chain.probability(i, label);
        for (int next = 0; i + 1 < labels.length && next < LABELS; next++) {
          pairs[label][next] += weight * chain.probability(i, label, next);
        }
      }
    }
  }

  private void climb(int[] features, double scale, double[] gradient) {
    for (int row : features) {
      climb(weights[row], scale, gradient);
    }
  }

  private static void climb(double[] weights, double scale, double[] gradient) {
    for (int label = 0; label < LABELS; label++) {
      weights[label] += RATE * (scale * gradient[label] - DECAY * weights[label]);
    }
  }

  private void sum() {
    summed++;
    add(weights, sums);
    add(transitions, transitionSums);
  }

  private static void add(double[][] some, double[][] sums) {
    for (int row = 0; row < some.length; row++) {
      for (int label = 0; label < LABELS; label++) {
        sums[row][label] += some[row][label];
      }
    }
  }

  /// The file of weights; see [RoleWeights].
  ///
  /// @param temperature all weights are divided by it; more than 1 makes the answers less certain
  byte[] file(double temperature) {
    double scale = 1 / (temperature * summed);
    List<Integer> kept = new ArrayList<>();
    rows.forEach(
        (feature, row) -> {
          if (scale * largest(sums[row]) >= MIN_WEIGHT) {
            kept.add(feature);
          }
        });
    int floats = LABELS * (kept.size() + LABELS);
    ByteBuffer file = ByteBuffer.allocate(Integer.BYTES * (1 + kept.size()) + Short.BYTES * floats);
    file.putInt(kept.size());
    kept.forEach(file::putInt);
    kept.forEach(feature -> put(sums[rows.getOrDefault(feature, 0)], scale, file));
    for (double[] row : transitionSums) {
      put(row, scale, file);
    }
    return file.array();
  }

  private static double largest(double... weights) {
    return Arrays.stream(weights).map(Math::abs).max().orElse(0);
  }

  private static void put(double[] row, double scale, ByteBuffer file) {
    for (double sum : row) {
      file.putShort(Float.floatToFloat16((float) (scale * sum)));
    }
  }
}
