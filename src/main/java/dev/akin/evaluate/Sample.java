package dev.akin.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The values of one metric, one a query. Immutable.
public final class Sample {
  private final double[] values;

  /// The places of the values that belong together.
  private final List<List<Integer>> clusters;

  private Sample(double[] values, List<List<Integer>> clusters) {
    this.values = values;
    this.clusters = clusters;
  }

  /// Values of which none has to do with another.
  ///
  /// @throws IllegalArgumentException if there is no value
  static Sample of(DoubleStream values) {
    double[] array = values.toArray();
    return of(array, IntStream.range(0, array.length).boxed().toList());
  }

  /// Values of which some belong together, such as those of two questions about one paper.
  ///
  /// @param subjects what each value is about
  /// @throws IllegalArgumentException if there is no value
  static Sample of(double[] values, List<?> subjects) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a sample of nothing");
    }
    Map<Object, List<Integer>> bySubject = new LinkedHashMap<>();
    for (int place = 0; place < values.length; place++) {
      bySubject.computeIfAbsent(subjects.get(place), _ -> new ArrayList<>()).add(place);
    }
    return new Sample(values.clone(), List.copyOf(bySubject.values()));
  }

  /// How many values.
  public int size() {
    return values.length;
  }

  /// The sums of the values that belong together, and how many each is of.
  List<QueryCluster> clusters() {
    return clusters.stream()
        .map(
            cluster ->
                new QueryCluster(
                    cluster.stream().mapToDouble(i -> values[i]).sum(), cluster.size()))
        .toList();
  }

  /// @param sum of `size` values
  record QueryCluster(double sum, int size) {}

  /// Their mean.
  public double mean() {
    return Arrays.stream(values).sum() / values.length;
  }

  /// The standard error of the mean: the sample's standard deviation / √n; NaN for one value.
  public double standardError() {
    double mean = mean();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  /// The differences, query by query.
  ///
  /// @param other of the same queries, in the same order
  /// @throws IllegalArgumentException if there are not as many
  public Sample minus(Sample other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(values.length + " and " + other.values.length + " values");
    }
    double[] differences = new double[values.length];
    Arrays.setAll(differences, i -> values[i] - other.values[i]);
    return new Sample(differences, clusters);
  }
}
