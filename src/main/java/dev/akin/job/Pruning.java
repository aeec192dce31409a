package dev.akin.job;

import dev.akin.base.Printable;
import dev.akin.index.PaperIndexWriter;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Removes the papers that the input no longer has.
final class Pruning {
  private static final double CAREFUL_SHARE = 0.05;

  private final PaperIndexWriter writer;
  private final Predicate<PaperId> seen;

  private final JobListener listener;

  /// @param seen whether the input has the paper of an id
  Pruning(PaperIndexWriter writer, Predicate<PaperId> seen, JobListener listener) {
    this.writer = writer;
    this.seen = seen;
    this.listener = listener;
  }

  /// Removes papers, and counts them.
  ///
  /// @param inputHadProblems whether a record or a source could not be read; then a paper may only
  ///   seem to be gone
  void prune(JobOptions.Prune prune, boolean inputHadProblems, JobCounters counters) {
    List<PaperId> gone = new ArrayList<>();
    long all =
        writer.scan(
            id -> {
              if (!seen.test(id)) {
                gone.add(id);
              }
            });
    String why =
        prune == JobOptions.Prune.FORCED ? null : refusal(gone.size(), all, inputHadProblems);
    if (why != null) {
      listener.notPruned(
          "%,d of %s are not in the input, and none was removed, because %s"
              .formatted(gone.size(), Printable.count(all, "paper"), why));
      return;
    }
    gone.forEach(writer::delete);
    counters.removed += gone.size();
  }

  private static @Nullable String refusal(int gone, long all, boolean inputHadProblems) {
    if (gone > 0 && inputHadProblems) {
      return "the input had problems";
    }
    return gone > CAREFUL_SHARE * all ? "that is more than 5 %" : null;
  }
}
