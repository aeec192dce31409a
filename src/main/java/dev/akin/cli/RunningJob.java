package dev.akin.cli;

import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import dev.akin.job.IndexJob;
import dev.akin.job.JobSummary;
import java.util.function.Function;

/// Runs a job so that a signal lets it commit what is done before the process ends.
///
/// @param console to print to
/// @param signal that stops it
record RunningJob(Console console, StopSignal signal) {
  /// @param work what the job does
  JobSummary run(IndexJob job, Function<IndexJob, JobSummary> work) {
    signal.onStop(
        () -> {
          console.err().println();
          console.err().println("akin: stopping; run the same command again to continue");
          job.stop();
        });
    return work.apply(job);
  }
}
