package dev.akin.job;

/// When to commit: always, as long as that takes no more than a share of the time.
final class CommitPace {
  private final double share;
  private final long startNanos = System.nanoTime();
  private long spentNanos;

  /// @param share of the time, 0 to 1
  CommitPace(double share) {
    this.share = share;
  }

  boolean isDue() {
    return spentNanos <= share * (System.nanoTime() - startNanos);
  }

  /// Commits, and sees how long that takes.
  void spend(Runnable commit) {
    long start = System.nanoTime();
    commit.run();
    spentNanos += System.nanoTime() - start;
  }
}
