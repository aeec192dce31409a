package dev.akin.job;

/// Decides when to commit: as often as possible, as long as commits take no more than a share of
/// the time.
final class CommitPace {
  private final double share;
  private final long startNanos = System.nanoTime();
  private long spentNanos;

  /// @param share of the time that commits may take, 0 to 1
  CommitPace(double share) {
    this.share = share;
  }

  boolean isDue() {
    return spentNanos <= share * (System.nanoTime() - startNanos);
  }

  /// Commits, and measures how long that takes.
  void spend(Runnable commit) {
    long start = System.nanoTime();
    commit.run();
    spentNanos += System.nanoTime() - start;
  }
}
