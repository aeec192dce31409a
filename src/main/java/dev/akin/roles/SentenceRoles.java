package dev.akin.roles;

import dev.akin.base.Resources;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/// Finds what each sentence of an English abstract is about.
///
/// Headings that authors write, such as `Methods:`, count first. Elsewhere a conditional random
/// field decides by words, places and neighbors; it was trained on the abstracts of CSAbstruct
/// (`scripts/bench roles`). It knows nothing of other languages. The weights are loaded from the
/// class path by the first call. Safe for use by many threads; the same sentences always get the
/// same answer.
public final class SentenceRoles {
  /// How much a minor feature counts, compared with a main one.
  static final double MINOR_SCALE = 0.5;

  private static final Role[] ROLES = Role.values();
  private static final SentenceLabel[] LABELS = SentenceLabel.values();

  private SentenceRoles() {}

  /// The probabilities of the roles of each sentence.
  ///
  /// @param sentences of an abstract, in order, without the title
  /// @return `[sentence][role]`, the roles by [Role#column]; each row sums to 1
  public static float[][] of(List<String> sentences) {
    double[][] labels =
        labels(Loaded.WEIGHTS, SentenceFeatures.of(sentences), Sections.of(sentences));
    float[][] roles = new float[labels.length][ROLES.length];
    for (int i = 0; i < labels.length; i++) {
      for (SentenceLabel label : LABELS) {
        roles[i][label.role().column()] += (float) labels[i][label.column()];
      }
    }
    return roles;
  }

  /// The probabilities of the labels of each sentence, `[sentence][label]`.
  ///
  /// @param open the roles that headings leave open for each sentence
  static double[][] labels(
      RoleWeights weights, List<SentenceFeatures> features, List<Set<Role>> open) {
    double[][] potentials = new double[features.size()][LABELS.length];
    for (int i = 0; i < potentials.length; i++) {
      weights.add(features.get(i).main(), 1, potentials[i]);
      weights.add(features.get(i).minor(), MINOR_SCALE, potentials[i]);
      toPotentials(potentials[i], open.get(i));
    }
    ForwardBackward chain = new ForwardBackward(potentials, weights.transitions());
    double[][] probabilities = new double[potentials.length][LABELS.length];
    for (int i = 0; i < probabilities.length; i++) {
      for (int label = 0; label < LABELS.length; label++) {
        probabilities[i][label] = chain.probability(i, label);
      }
    }
    return probabilities;
  }

  /// Scores to potentials, of which the largest is 1 and those of other roles are 0.
  private static void toPotentials(double[] scores, Set<Role> open) {
    double highest = Double.NEGATIVE_INFINITY;
    for (SentenceLabel label : LABELS) {
      if (open.contains(label.role())) {
        highest = Math.max(highest, scores[label.column()]);
      }
    }
    for (SentenceLabel label : LABELS) {
      double score = scores[label.column()];
      scores[label.column()] = open.contains(label.role()) ? Math.exp(score - highest) : 0;
    }
  }

  /// Loaded by the first call.
  private static final class Loaded {
    static final RoleWeights WEIGHTS =
        new RoleWeights(ByteBuffer.wrap(Resources.bytes(SentenceRoles.class, "weights.bin")));
  }
}
