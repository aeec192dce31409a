package dev.akin.job;

import dev.akin.read.PaperSource;
import java.util.List;

/// How much of all inputs was read, in bytes.
final class InputPosition {
  private final long totalBytes;
  private long doneBytes;

  InputPosition(List<PaperSource> sources) {
    boolean known = sources.stream().allMatch(source -> source.sizeBytes().isPresent());
    this.totalBytes = known ? sources.stream().mapToLong(InputPosition::size).sum() : 0;
  }

  private static long size(PaperSource source) {
    return source.sizeBytes().orElse(0);
  }

  /// The share that was read, 0 to 1; negative if the inputs' size is unknown.
  ///
  /// @param positionBytes how much of the current source was read
  double share(long positionBytes) {
    return totalBytes == 0 ? -1 : Math.min(1.0, (doneBytes + positionBytes) / (double) totalBytes);
  }

  /// The current source was read to its end.
  void finished(PaperSource source) {
    doneBytes += size(source);
  }
}
