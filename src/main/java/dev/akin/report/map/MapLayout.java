package dev.akin.report.map;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.NeighborGraph;
import dev.akin.report.topic.Topics;
import dev.akin.vector.NeighborLists;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Lays out the map, so that papers near each other in the space of the model are near on it.
///
/// Topics are placed first ([TopicPlaces]), their papers scattered around them. Then papers that
/// are tied ([TieStrengths]) attract each other and any two repel each other, in many small steps
/// that get smaller, each repelled by a few drawn by chance: the stochastic gradient descent of
/// UMAP (section 3.2 there), with 1 / (1 + [#SPREAD] d²) as the nearness of two papers at distance
/// d. One thread, one seed, no function that machines compute differently: the same input, the same
/// map.
///
/// @hidden public for its own room only
public final class MapLayout {
  /// How many of each paper's nearest tie it.
  public static final int NEIGHBORS = 10;

  private static final double SPREAD = 1.6;
  private static final double RADIUS = 10;
  private static final int REPELLED_BY = 5;
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

  private MapLayout(Corpus corpus, NeighborLists lists) {
    this.ties = new TieStrengths(lists, NEIGHBORS);
    this.graph = ties.graph();
    this.x = new double[corpus.size()];
    this.y = new double[corpus.size()];
    this.placed = corpus.rowsWithVector();
  }

  /// Lays out a corpus.
  ///
  /// @param lists of its rows, of [#NEIGHBORS] each or more
  public static Positions of(Corpus corpus, NeighborLists lists, Topics topics) {
    MapLayout layout = new MapLayout(corpus, lists);
    layout.scatter(topics);
    layout.descend();
    return layout.positions();
  }

  /// Papers around the middle of their topic, within a circle of its share of the whole.
  private void scatter(Topics topics) {
    TopicPlaces places = new TopicPlaces(ties, topics);
    for (int row : placed) {
      int topic = topics.of(row);
      double share =
          topic < 0 ? 1 : topics.list().get(topic).papers().size() / (double) placed.length;
      double reach = RADIUS * Math.sqrt(share);
      x[row] = (topic < 0 ? 0 : RADIUS * places.x(topic)) + reach * (2 * random.nextDouble() - 1);
      y[row] = (topic < 0 ? 0 : RADIUS * places.y(topic)) + reach * (2 * random.nextDouble() - 1);
    }
  }

  /// An edge takes part in as many steps as its strength is of the greatest.
  private void descend() {
    int steps = placed.length > FEW ? STEPS : STEPS_OF_FEW;
    double greatest = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      greatest = Math.max(greatest, ties.strength(edge));
    }
    double[] due = new double[graph.edges()];
    for (int step = 1; step <= steps; step++) {
      double rate = 1 - (step - 1) / (double) steps;
      gather(rate);
      for (int edge = 0; edge < due.length; edge++) {
        due[edge] += ties.strength(edge) / greatest;
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

  /// Pulls all papers a little towards the middle, lest those that are tied to few drift away.
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
    for (int i = 0; i < REPELLED_BY; i++) {
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

  /// Within the square, the longer side filling it.
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
