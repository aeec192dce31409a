package dev.akin.report.map;

import dev.akin.report.corpus.NeighborGraph;
import dev.akin.report.topic.Topics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.GradientDescentVOSLayoutAlgorithm;
import nl.cwts.networkanalysis.Layout;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/// Places the middles of topics in a circle, similar topics close together, with the VOS technique
/// in its authors' implementation (N. J. van Eck and L. Waltman, "Software survey: VOSviewer",
/// Scientometrics 84, 2010). The tie between two topics is the sum of their papers' ties, divided
/// by what is expected at random.
final class TopicPlaces {
  private static final long SEED = 1;

  /// Is added to the ties between all topics, so that topics without ties do not drift away.
  private static final double ADDED_TIE = 0.05;

  private final double[][] places;

  TopicPlaces(TieStrengths ties, Topics topics) {
    int count = topics.list().size();
    double[][] sums = sums(ties, topics);
    LargeIntArray[] ends = {new LargeIntArray(0), new LargeIntArray(0)};
    LargeDoubleArray weights = new LargeDoubleArray(0);
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        if (sums[a][b] > 0) {
          ends[0].push(a);
          ends[1].push(b);
          weights.push(sums[a][b]);
        }
      }
    }
    this.places =
        spread(weights.size() == 0 ? circle(count) : layout(count, ends, weights), topics);
  }

  private static double[][] sums(TieStrengths ties, Topics topics) {
    double[][] sums = new double[topics.list().size()][topics.list().size()];
    NeighborGraph graph = ties.graph();
    for (int edge = 0; edge < graph.edges(); edge++) {
      int a = topics.of(graph.a(edge));
      int b = topics.of(graph.b(edge));
      if (a >= 0 && b >= 0 && a != b) {
        sums[Math.min(a, b)][Math.max(a, b)] += ties.strength(edge);
      }
    }
    return sums;
  }

  private static double[][] layout(int count, LargeIntArray[] ends, LargeDoubleArray weights) {
    Network network =
        new Network(count, true, ends, weights, false, false)
            .createNormalizedNetworkUsingAssociationStrength();
    Layout layout =
        new GradientDescentVOSLayoutAlgorithm(2, 1, ADDED_TIE, new Random(SEED))
            .findLayout(network);
    layout.standardize(true);
    return layout.getCoordinates();
  }

  private static double[][] circle(int count) {
    double[][] circle = new double[2][count];
    for (int i = 0; i < count; i++) {
      circle[0][i] = StrictMath.cos(2 * StrictMath.PI * i / count);
      circle[1][i] = StrictMath.sin(2 * StrictMath.PI * i / count);
    }
    return circle;
  }

  /// Moves topics towards or away from the middle, so that each circle around the middle contains
  /// as many papers as fit its area. Otherwise the few topics that are similar to no other would
  /// leave most of the map empty.
  private static double[][] spread(double[][] places, Topics topics) {
    int count = topics.list().size();
    double[] radii = new double[count];
    Arrays.setAll(radii, topic -> Math.sqrt(square(places[0][topic]) + square(places[1][topic])));
    List<Integer> outwards =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer topic) -> radii[topic]))
            .toList();
    double all = topics.list().stream().mapToInt(topic -> topic.papers().size()).sum();
    double within = 0;
    double[][] spread = new double[2][count];
    for (int topic : outwards) {
      double own = topics.list().get(topic).papers().size() / all;
      double radius = Math.sqrt(within + own / 2);
      double factor = radii[topic] == 0 ? 0 : radius / radii[topic];
      spread[0][topic] = factor * places[0][topic];
      spread[1][topic] = factor * places[1][topic];
      within += own;
    }
    return spread;
  }

  private static double square(double value) {
    return value * value;
  }

  /// The place of a topic from left to right, -1 to 1.
  double x(int topic) {
    return places[0][topic];
  }

  /// The place of a topic from top to bottom, -1 to 1.
  double y(int topic) {
    return places[1][topic];
  }
}
