package dev.akin.cli;

import dev.akin.job.IndexJob;
import dev.akin.job.JobSummary;
import dev.akin.read.PaperSource;
import java.util.List;

/// Runs a job so that a signal lets it commit what is done before the process ends.
///
/// @param console to print to
/// @param signal that stops it
record RunningJob(Console console, StopSignal signal) {
  JobSummary run(IndexJob job, List<PaperSource> sources) {
    signal.onStop(
        () -> {
          console.err().println();
          console.err().println("akin: stopping; the same command goes on from what is committed");
          job.stop();
        });
    return job.run(sources);
  }
}
