package dev.akin.evaluate;

import java.util.List;

/// All figures of one evaluation.
///
/// @param collection its name
/// @param bootstrap how the intervals are found
/// @param tasks at least one
public record Report(String collection, Bootstrap bootstrap, List<TaskResult> tasks) {
  /// @throws IllegalArgumentException if there is no task
  public Report {
    tasks = List.copyOf(tasks);
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }
}
