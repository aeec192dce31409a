package dev.akin.cli;

import dev.akin.job.IndexJob;
import dev.akin.job.JobSummary;
import dev.akin.read.PaperSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Runs a job so that a signal lets it commit what is done before the process ends.
final class RunningJob {
  private RunningJob() {}

  static JobSummary run(IndexJob job, List<PaperSource> sources, Console console) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread onSignal =
        new Thread(
            () -> {
              console.err().println();
              console.err().println("akin: stopping; committing what is done …");
              job.stop();
              try {
                ended.await();
                console.err().println("akin: the same command goes on from here");
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "akin-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      return job.run(sources);
    } finally {
      ended.countDown();
      forget(onSignal);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The signal has come: let the hook end before anything else is printed.
      joinQuietly(hook);
    }
  }

  private static void joinQuietly(Thread hook) {
    try {
      hook.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
