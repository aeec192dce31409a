package dev.akin.job;

import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import java.util.List;

/// How much of all inputs was read, in bytes.
final class InputPosition {
  private final long totalBytes;
  private long doneBytes;

  InputPosition(List<PaperSource> sources) {
    boolean known = sources.stream().allMatch(source -> source.sizeBytes().isPresent());
    this.totalBytes =
        known ? sources.stream().mapToLong(source -> source.sizeBytes().orElse(0)).sum() : 0;
  }

  /// The share read so far, 0 to 1; negative if the inputs' size is unknown.
  double share(PaperReader current) {
    return totalBytes == 0
        ? -1
        : Math.min(1.0, (doneBytes + current.positionBytes()) / (double) totalBytes);
  }

  void finished(PaperReader reader) {
    doneBytes += reader.positionBytes();
  }
}
