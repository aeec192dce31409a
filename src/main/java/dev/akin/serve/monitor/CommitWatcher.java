package dev.akin.serve.monitor;

import dev.akin.index.store.PaperIndex;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for newer commits of an index. If a newer one cannot be used, the old one still answers.
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

  /// Notes that the commit that answers cannot be read. Only a newer one helps.
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
      // An InternalError means that a file was truncated while it was read.
      if (problem == null) {
        LOG.error(
            "The newest commit of the index cannot be used; the one before still answers.", e);
      }
      problem = "the newest commit of the index cannot be used";
    }
  }

  @Override
  public void close() {
    // An interrupt would close files that Lucene is reading.
    closed.countDown();
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
