package dev.akin.report.map;

import dev.akin.report.corpus.NeighborGraph;
import dev.akin.report.topic.Topics;
import dev.akin.vector.NeighborLists;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Computes the places of papers on the map: papers with similar vectors are placed close together.
///
/// First the topics are placed ([TopicPlaces]), and their papers scattered around them. Then many
/// steps follow, which get smaller. In each step, papers that are tied ([TieStrengths]) attract
/// each other, and a paper is repelled by a few papers drawn at random. This is the stochastic
/// gradient descent of UMAP (section 3.2 there), with 1 / (1 + 1.6 d²) as the closeness of two
/// papers at distance d.
///
/// It uses one thread, one seed and only functions that all machines compute alike, so the same
/// input gives the same map.
///
/// @hidden public for its own room only
public final class MapLayout {
  /// To how many of its nearest papers each paper is tied.
  public static final int NEIGHBORS = 10;

  private static final double SPREAD = 1.6;
  private static final double RADIUS = 10;
  private static final int REPELLING_PAPERS = 5;
  private static final double MAX_STEP = 4;
  private static final double GRAVITY = 0.005;
  private static final double GRAVITY_OF_FEW = 0.02;
  private static final double NO_DISTANCE = 0.001;
  private static final int STEPS = 200;
  private static final int STEPS_OF_FEW = 500;
  private static final int FEW = 10_000;
  private static final long SEED = 1;
  private static final double MARGIN = 0.02;

  private final NeighborGraph graph;
  private final TieStrengths ties;
  private final int[] placed;
  private final double[] x;
  private final double[] y;
  private final RandomGenerator random =
      RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(SEED);

  private MapLayout(NeighborLists lists, int[] placed) {
    this.ties = new TieStrengths(lists, NEIGHBORS);
    this.graph = ties.graph();
    this.x = new double[lists.size()];
    this.y = new double[lists.size()];
    this.placed = placed;
  }

  /// Computes the places of papers that have a text.
  ///
  /// @param lists the neighbors of each row of the corpus among those that are placed, at least
  ///   [#NEIGHBORS] of them
  /// @param placed the rows that get a place, ascending; not copied
  public static Positions of(NeighborLists lists, int[] placed, Topics topics) {
    MapLayout layout = new MapLayout(lists, placed);
    layout.scatter(topics);
    layout.descend();
    return layout.positions();
  }

  /// Scatters papers around the middle of their topic, in an area that is the topic's share of the
  /// map.
  private void scatter(Topics topics) {
    TopicPlaces places = new TopicPlaces(ties, topics);
    int[] sizes = new int[topics.list().size()];
    for (int row : placed) {
      if (topics.of(row) >= 0) {
        sizes[topics.of(row)]++;
      }
    }
    for (int row : placed) {
      int topic = topics.of(row);
      double share = topic < 0 ? 1 : sizes[topic] / (double) placed.length;
      double reach = RADIUS * Math.sqrt(share);
      x[row] = (topic < 0 ? 0 : RADIUS * places.x(topic)) + reach * (2 * random.nextDouble() - 1);
      y[row] = (topic < 0 ? 0 : RADIUS * places.y(topic)) + reach * (2 * random.nextDouble() - 1);
    }
  }

  /// Moves the papers. The stronger an edge, the more often it takes part: the strongest in every
  /// step, one of half the strength in every second step.
  private void descend() {
    int steps = placed.length > FEW ? STEPS : STEPS_OF_FEW;
    double max = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      max = Math.max(max, ties.strength(edge));
    }
    double[] due = new double[graph.edges()];
    for (int step = 1; step <= steps; step++) {
      double rate = 1 - (step - 1) / (double) steps;
      gather(rate);
      for (int edge = 0; edge < due.length; edge++) {
        due[edge] += ties.strength(edge) / max;
        if (due[edge] >= 1) {
          due[edge]--;
          int a = graph.a(edge);
          int b = graph.b(edge);
          attract(a, b, rate);
          repel(a, rate);
          repel(b, rate);
        }
      }
    }
  }

  /// Pulls all papers a little towards the middle, so that papers with few ties do not drift away.
  private void gather(double rate) {
    double pull = rate * (placed.length > FEW ? GRAVITY : GRAVITY_OF_FEW);
    for (int row : placed) {
      x[row] -= pull * x[row];
      y[row] -= pull * y[row];
    }
  }

  private void attract(int a, int b, double rate) {
    double dx = x[a] - x[b];
    double dy = y[a] - y[b];
    double force = -2 * SPREAD / (1 + SPREAD * (dx * dx + dy * dy));
    double stepX = rate * bounded(force * dx);
    double stepY = rate * bounded(force * dy);
    x[a] += stepX;
    y[a] += stepY;
    x[b] -= stepX;
    y[b] -= stepY;
  }

  private void repel(int row, double rate) {
    for (int i = 0; i < REPELLING_PAPERS; i++) {
      int other = placed[random.nextInt(placed.length)];
      double dx = x[row] - x[other];
      double dy = y[row] - y[other];
      double square = dx * dx + dy * dy;
      if (square > 0) {
        double force = 2 / ((NO_DISTANCE + square) * (1 + SPREAD * square));
        x[row] += rate * bounded(force * dx);
        y[row] += rate * bounded(force * dy);
      }
    }
  }

  private static double bounded(double step) {
    return Math.clamp(step, -MAX_STEP, MAX_STEP);
  }

  /// Scales the places to the unit square, with a margin; the longer side fills it.
  private Positions positions() {
    double left = Arrays.stream(placed).mapToDouble(row -> x[row]).min().orElse(0);
    double right = Arrays.stream(placed).mapToDouble(row -> x[row]).max().orElse(0);
    double top = Arrays.stream(placed).mapToDouble(row -> y[row]).min().orElse(0);
    double bottom = Arrays.stream(placed).mapToDouble(row -> y[row]).max().orElse(0);
    double side = Math.max(Math.max(right - left, bottom - top), NO_DISTANCE) / (1 - 2 * MARGIN);
    double[] placedX = new double[x.length];
    double[] placedY = new double[y.length];
    Arrays.fill(placedX, Double.NaN);
    Arrays.fill(placedY, Double.NaN);
    for (int row : placed) {
      placedX[row] = 0.5 + (x[row] - (left + right) / 2) / side;
      placedY[row] = 0.5 + (y[row] - (top + bottom) / 2) / side;
    }
    return new Positions(placedX, placedY);
  }
}
