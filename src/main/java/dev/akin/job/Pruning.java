package dev.akin.job;

import dev.akin.base.Printable;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.job.progress.JobListener;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Removes the papers that the input no longer has.
final class Pruning {
  private static final double CAREFUL_SHARE = 0.05;

  private final PaperIndexWriter writer;
  private final JobListener listener;

  Pruning(PaperIndexWriter writer, JobListener listener) {
    this.writer = writer;
    this.listener = listener;
  }

  /// Papers that seem to be gone. Their ids are in memory, some 80 bytes each; usually at most 5 %
  /// of all are removed.
  ///
  /// @param all the number of papers among which they are
  /// @param of those papers, in words for a message, with a blank in front; may be empty
  /// @param where they are not, in words for a message
  record Gone(List<PaperId> papers, long all, String of, String where) {}

  /// The papers of the index that were not seen in this run.
  ///
  /// @param seen whether the input has the paper of an id
  Gone unseen(Predicate<PaperId> seen) {
    List<PaperId> gone = new ArrayList<>();
    long all =
        writer.scan(
            id -> {
              if (!seen.test(id)) {
                gone.add(id);
              }
            });
    return new Gone(gone, all, "", "in the input");
  }

  /// Removes papers, and counts them.
  ///
  /// @param inputHadProblems whether a record or a source could not be read; then a paper may only
  ///   seem to be gone
  void prune(JobOptions.Prune prune, Gone gone, boolean inputHadProblems, JobCounters counters) {
    String why = prune == JobOptions.Prune.FORCED ? null : refusal(gone, inputHadProblems);
    if (why != null) {
      listener.notPruned(
          "%,d of %s%s are not %s, and none was removed, because %s"
              .formatted(
                  gone.papers.size(),
                  Printable.count(gone.all, "paper"),
                  gone.of,
                  gone.where,
                  why));
      return;
    }
    gone.papers.forEach(writer::delete);
    counters.removed += gone.papers.size();
  }

  private static @Nullable String refusal(Gone gone, boolean inputHadProblems) {
    if (!gone.papers.isEmpty() && inputHadProblems) {
      return "the input had problems";
    }
    return gone.papers.size() > CAREFUL_SHARE * gone.all ? "that is more than 5 %" : null;
  }
}
