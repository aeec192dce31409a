package dev.akin.cli.run;

import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import dev.akin.job.IndexJob;
import dev.akin.job.progress.JobSummary;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs a job so that a signal lets it commit what is done before the process ends.
///
/// @param console to print to
/// @param signal that stops it
///
/// @hidden public for its own room only
public record RunningJob(Console console, StopSignal signal) {
  /// Stops are to take less than the ten seconds that a container gets.
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /// Runs the job, and lets the process wait for its end.
  ///
  /// @param work what the job does
  public JobSummary run(IndexJob job, Function<IndexJob, JobSummary> work) {
    return run(job, work, () -> {});
  }

  /// Runs the job.
  ///
  /// @param work what the job does
  /// @param late called if the job was told to stop and does not end in time, before the process
  ///   ends
  public JobSummary run(IndexJob job, Function<IndexJob, JobSummary> work, Runnable late) {
    return run(job::stop, () -> work.apply(job), late);
  }

  /// Does work that can be stopped.
  ///
  /// @param stop tells the work to end; returns at once
  /// @param late called if the work does not end in time, before the process ends
  public <T> T run(Runnable stop, Supplier<T> work, Runnable late) {
    signal.onStop(
        () -> {
          console.err().println();
          console.err().println("akin: stopping; run the same command again to continue");
          stop.run();
        },
        PATIENCE,
        late);
    return work.get();
  }
}
