package dev.akin.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How good one system is.
///
/// @param model the model it works with; absent if it needs none, or if nobody says
/// @param metrics by name, each 0 to 1
public record SystemResult(SystemName system, @Nullable String model, Map<String, Sample> metrics) {
  public SystemResult {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /// One metric.
  ///
  /// @throws IllegalArgumentException if it was not measured
  public Sample metric(String name) {
    Sample sample = metrics.get(name);
    if (sample == null) {
      throw new IllegalArgumentException(
          name + " was not measured, but " + String.join(", ", metrics.keySet()));
    }
    return sample;
  }

  /// By how much each metric is greater than that of another system, query by query.
  ///
  /// @param other measured with the same queries and metrics
  public Map<String, Sample> minus(SystemResult other) {
    Map<String, Sample> differences = new LinkedHashMap<>();
    metrics.forEach((name, sample) -> differences.put(name, sample.minus(other.metric(name))));
    return differences;
  }
}
