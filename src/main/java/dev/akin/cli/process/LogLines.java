package dev.akin.cli.process;

import java.io.PrintWriter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Writes lines from a thread of its own. Where they go may be slow, full or gone: whoever adds a
/// line does not wait for that, and what there is no room for is left out and counted.
///
/// @hidden public for its own room only
public final class LogLines implements AutoCloseable {
  private static final int ROOM = 10_000;
  private static final long PATIENCE_SECONDS = 2;

  private final PrintWriter out;
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(ROOM);
  private final AtomicLong leftOut = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  public LogLines(PrintWriter out) {
    this.out = out;
    this.thread = Thread.ofPlatform().name("akin-log").daemon().start(this::write);
  }

  public void add(String line) {
    if (!lines.offer(line)) {
      leftOut.incrementAndGet();
    }
  }

  private void write() {
    try {
      while (!closed || !lines.isEmpty()) {
        String line = lines.poll(100, TimeUnit.MILLISECONDS);
        if (line == null) {
          out.flush();
        } else {
          out.write(line + System.lineSeparator());
          tellLeftOut();
        }
      }
      out.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellLeftOut() {
    long count = leftOut.getAndSet(0);
    if (count > 0) {
      out.write(count + " lines of the log were left out" + System.lineSeparator());
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
