package dev.akin.evaluate;

import java.util.ArrayList;
import java.util.List;

/// How good some systems are at one task.
///
/// @param task its name
/// @param description what was asked, in one line
/// @param queries the number of queries that each mean is over
/// @param systems measured with the same queries
/// @param notes what a reader of the figures should know
public record TaskResult(
    String task, String description, int queries, List<SystemResult> systems, List<String> notes) {
  public TaskResult {
    systems = List.copyOf(systems);
    notes = List.copyOf(notes);
  }

  /// Two systems.
  ///
  /// @param base what `system` is compared with
  public record Pair(SystemResult system, SystemResult base) {}

  /// Each system with each one before it that is in the same index, and with the same system in
  /// each index before it.
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < systems.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (systems.get(i).system().isComparableWith(systems.get(j).system())) {
          pairs.add(new Pair(systems.get(i), systems.get(j)));
        }
      }
    }
    return pairs;
  }
}
