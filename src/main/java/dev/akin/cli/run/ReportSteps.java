package dev.akin.cli.run;

import dev.akin.cli.output.Console;
import dev.akin.cli.output.ProgressLine;
import dev.akin.cli.process.StopSignal;
import dev.akin.report.ReportListener;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Tells which step of a report it is, and how far; ends the work if the process was told to stop.
///
/// @hidden public for its own room only
public final class ReportSteps implements ReportListener {
  private final StopSignal signal;
  private final ProgressLine bar;
  private String step = "";
  private long startNanos;

  public ReportSteps(Console console, StopSignal signal, boolean quiet) {
    this.signal = signal;
    this.bar = new ProgressLine(console, quiet);
    signal.onStop(() -> bar.say("akin: stopping …"));
  }

  /// Removes what is shown.
  public void clear() {
    bar.clear();
  }

  @Override
  public void step(String name) {
    requireGoing();
    step = name;
    startNanos = System.nanoTime();
    bar.show(() -> name + " …");
  }

  @Override
  public void progress(double share) {
    requireGoing();
    bar.show(
        () ->
            bar.share(share)
                + " · "
                + step
                + ProgressLine.left(Duration.ofNanos(System.nanoTime() - startNanos), share));
  }

  private void requireGoing() {
    if (signal.isStopping()) {
      throw new CancellationException("the process was told to stop");
    }
  }
}
