package dev.akin;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// What a piece of work takes of the processor. A clock on the wall would also count the time in
/// which other programs have it.
public final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long SLOW_NANOS = 50_000_000;

  private ProcessorTime() {}

  /// The milliseconds that `work` takes on this thread. What is slow the first time is tried again,
  /// since Java may still have compiled it.
  public static double millis(Runnable work) {
    long nanos = nanos(work);
    return (nanos > SLOW_NANOS ? Math.min(nanos, nanos(work)) : nanos) / 1e6;
  }

  private static long nanos(Runnable work) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
