package dev.akin.evaluate;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The values of one metric, one a query. Immutable.
public final class Sample {
  private final double[] values;

  private Sample(double[] values) {
    this.values = values;
  }

  /// @throws IllegalArgumentException if there is no value
  static Sample of(DoubleStream values) {
    double[] array = values.toArray();
    if (array.length == 0) {
      throw new IllegalArgumentException("a sample of nothing");
    }
    return new Sample(array);
  }

  /// How many values.
  public int size() {
    return values.length;
  }

  double value(int place) {
    return values[place];
  }

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
    return of(IntStream.range(0, values.length).mapToDouble(i -> values[i] - other.values[i]));
  }
}
