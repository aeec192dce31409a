package dev.akin.faults;

/// What became of a fault.
public sealed interface Outcome {
  /// Where nothing can be traced.
  Outcome NO_TRACE =
      new Skipped("needs strace (Debian: apt-get install strace), and leave to trace");

  /// Where nothing can be mounted.
  Outcome NO_MOUNT = new Skipped("a user may not mount a disk in memory with unshare -rm");

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
