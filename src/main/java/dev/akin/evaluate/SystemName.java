package dev.akin.evaluate;

/// What was measured: a way to find papers, in an index.
///
/// @param system the way, such as `hybrid`; for a given run the name of its file
/// @param index what the index is called beside others; empty for the first one, and for given runs
public record SystemName(String system, String index) {
  /// A system in the first index, or a given run.
  public static SystemName of(String system) {
    return new SystemName(system, "");
  }

  /// Whether a difference between the two says something: they are different systems in the same
  /// index, or the same system in different indexes.
  boolean isComparableWith(SystemName other) {
    return index.equals(other.index) || system.equals(other.system);
  }

  @Override
  public String toString() {
    return index.isEmpty() ? system : system + " @ " + index;
  }
}
