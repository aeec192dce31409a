package dev.akin.serve.monitor;

import dev.akin.index.PaperIndex;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for newer commits of an index. When one cannot be used, the old one goes on answering.
///
/// @hidden public for its own room only
public final class CommitWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommitWatcher.class);

  private final PaperIndex index;
  private final Duration every;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable String problem;
  private volatile boolean damaged;

  public CommitWatcher(PaperIndex index, Duration every) {
    this.index = index;
    this.every = every;
    this.thread = Thread.ofPlatform().name("akin-commits").daemon().unstarted(this::watch);
  }

  public void start() {
    thread.start();
  }

  /// Somebody found that the commit that answers cannot be read: only a newer one helps.
  public void foundDamage() {
    damaged = true;
  }

  /// Whether the commit that answers cannot be read.
  boolean isDamaged() {
    return damaged;
  }

  /// Why the newest commit does not answer, if it does not.
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  private void watch() {
    try {
      while (!closed.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
        refresh();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refresh() {
    try {
      if (index.refresh()) {
        damaged = false;
      }
      problem = null;
    } catch (RuntimeException | InternalError e) {
      // An InternalError is a file that was cut off under its readers.
      if (problem == null) {
        LOG.error("the newest commit cannot be used, the one before goes on answering", e);
      }
      problem = "the newest commit of the index cannot be used";
    }
  }

  @Override
  public void close() {
    // Not by an interrupt, which would close files under Lucene's hands.
    closed.countDown();
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
