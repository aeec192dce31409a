package dev.akin.job;

import dev.akin.index.PaperIndexWriter;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;

/// Removes the papers that the input no longer has.
final class Pruning {
  private static final double CAREFUL_SHARE = 0.05;

  private final PaperIndexWriter writer;
  private final SeenIds seen;

  Pruning(PaperIndexWriter writer, SeenIds seen) {
    this.writer = writer;
    this.seen = seen;
  }

  /// Removes papers, and counts them.
  ///
  /// @param inputHadProblems whether a record or a source could not be read, so that a paper may
  ///   only seem to be gone
  void prune(JobOptions.Prune prune, boolean inputHadProblems, Tally tally) {
    List<PaperId> gone = new ArrayList<>();
    long all =
        writer.scan(
            id -> {
              if (!seen.contains(id)) {
                gone.add(id);
              }
            });
    if (prune == JobOptions.Prune.CAREFULLY && !gone.isEmpty()) {
      if (inputHadProblems) {
        throw new PruneRefusedException(
            "%,d papers are not in the input, and none was removed, because the input had problems; say --force to remove them all the same"
                .formatted(gone.size()));
      }
      if (gone.size() > CAREFUL_SHARE * all) {
        throw new PruneRefusedException(
            "%,d of %,d papers are not in the input, and none was removed, because that is more than 5 %%; say --force to remove them all the same"
                .formatted(gone.size(), all));
      }
    }
    gone.forEach(writer::delete);
    tally.removed = gone.size();
  }
}
