package dev.akin.job;

import dev.akin.index.store.PaperStatus;
import dev.akin.job.progress.TimeLeft;
import dev.akin.paper.Paper;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// How much of a job's input is done, and how long the rest takes.
final class WorkProgress {
  /// Merging the index comes after the last paper.
  private static final double MAX_SHARE = 0.999;

  private final InputSurvey survey;
  private final TimeLeft time = new TimeLeft(System::nanoTime);
  private double from;
  private double to = 1;
  private double shareTaken = -1;
  private long taken;
  private double oldPassed;
  private double oldPlanned;
  private double oldAll;
  private double done;

  WorkProgress(InputSurvey survey) {
    this.survey = survey;
  }

  /// The next papers are from another input.
  ///
  /// @param start the share of the job that is done when it begins
  /// @param end the share that is done when it ends
  void begin(double start, double end) {
    from = start;
    to = end;
    shareTaken = -1;
    taken = 0;
  }

  /// A record of the input was taken in.
  ///
  /// @param share of the input up to this record, 0 to 1; negative if unknown
  void took(double share) {
    shareTaken = share;
    taken++;
  }

  /// A paper of another build was taken in. The papers after it are as long as those before it.
  ///
  /// @param share of that build's papers up to this one
  void tookOld(Paper paper, PaperStatus status, double share) {
    took(share);
    double work = InputSurvey.work(paper);
    oldPassed += work;
    oldPlanned += InputSurvey.isWork(status) ? work : 0;
    oldAll = oldPlanned + oldPassed * (1 - share) / share;
  }

  /// The models are given texts.
  void embedding() {
    if (done == 0) {
      survey.start();
      time.note(0);
    }
  }

  void wrote(PendingPaper paper) {
    if (paper.status() != null && InputSurvey.isWork(paper.status())) {
      done += InputSurvey.work(paper.paper());
    }
  }

  void wroteWindow() {
    if (done > 0) {
      time.note(done);
    }
  }

  /// The share of the job that is done, 0 up to but not including 1; negative if unknown.
  ///
  /// @param pending papers that were taken in and are not yet written
  double share(long pending) {
    if (shareTaken < 0) {
      return -1;
    }
    double written = taken == 0 ? 0 : Math.max(0, 1 - (double) pending / taken);
    return Math.min(MAX_SHARE, from + (to - from) * shareTaken * written);
  }

  /// The time until the last paper is written; absent if it cannot be estimated.
  @Nullable Duration left() {
    OptionalLong input = survey.total();
    boolean known = shareTaken >= 0 && input.isPresent();
    return known ? time.of(oldAll + input.getAsLong()) : null;
  }
}
