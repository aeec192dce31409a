package dev.akin.faults;

/// What became of a fault.
public sealed interface Outcome {
  /// It was survived, or not.
  ///
  /// @param hits how often the fault came about; 0 proves nothing, so that it is not survived
  record Seen(boolean survived, long hits, String figure) implements Outcome {
    public Seen {
      survived = survived && hits > 0;
    }
  }

  /// It cannot be brought about on this machine.
  record Skipped(String why) implements Outcome {}
}
