package dev.akin.index.lucene;

import dev.akin.base.AkinException;
import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.disk.FileCheck;
import dev.akin.index.store.BackgroundCheck;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// Reads all files of an index once, slowly and on a thread of its own, and compares their
/// checksums, while the index answers queries. Of a newer commit it reads only the files that it
/// has not read yet.
///
/// From a commit with a damaged file nothing is answered any more ([LuceneSnapshot#undamaged]).
///
/// Safe for use by many threads; close it before the index.
final class FilesCheck implements BackgroundCheck {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private record BuildFile(String build, String file) {}

  private final LuceneIndex index;
  private final long bytesPerSecond;
  private final Consumer<IndexException> log;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);

  /// The sizes of the files that were read; that of the one being read grows.
  private final Map<BuildFile, Long> sizes = new ConcurrentHashMap<>();

  private final Map<BuildFile, IndexException> damaged = new ConcurrentHashMap<>();
  private volatile @Nullable BuildFile reading;
  private @Nullable BuildFile lastFailed;
  private long dueNanos = System.nanoTime();

  /// @param bytesPerSecond maximum speed
  /// @param log is told of each damaged file
  FilesCheck(LuceneIndex index, long bytesPerSecond, Consumer<IndexException> log) {
    this.index = index;
    this.bytesPerSecond = bytesPerSecond;
    this.log = log;
    this.thread = Thread.ofPlatform().name("akin-files").daemon().unstarted(this::run);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public Status status() {
    OpenCommit commit = index.acquire();
    try {
      long checked = 0;
      boolean complete = true;
      List<String> wrong = new ArrayList<>();
      for (BuildFile file : files(commit)) {
        checked += sizes.getOrDefault(file, 0L);
        complete &= sizes.containsKey(file) && !file.equals(reading);
        if (damaged.containsKey(file)) {
          wrong.add(file.file());
        }
      }
      return new Status(checked, commit.info().sizeBytes(), complete, wrong);
    } finally {
      commit.release();
    }
  }

  /// In the order of names.
  private static List<BuildFile> files(OpenCommit commit) {
    try {
      String build = commit.info().build();
      return new TreeSet<>(commit.fileNames())
          .stream().map(file -> new BuildFile(build, file)).toList();
    } catch (IOException e) {
      throw new IllegalStateException("the names of the files are in memory", e);
    }
  }

  private void run() {
    try {
      do {
        BuildFile next = next();
        while (next != null && check(next) && closed.getCount() > 0) {
          next = next();
        }
      } while (!closed.await(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A file of the newest commit that was not read yet.
  private @Nullable BuildFile next() {
    OpenCommit commit = index.acquire();
    try {
      List<BuildFile> files = files(commit);
      sizes.keySet().retainAll(files);
      damaged.keySet().retainAll(files);
      return files.stream().filter(file -> !sizes.containsKey(file)).findFirst().orElse(null);
    } finally {
      commit.release();
    }
  }

  /// Reads a file.
  ///
  /// @return false if it cannot be read now, or this is closed
  private boolean check(BuildFile next) {
    reading = next;
    try {
      FileCheck files = index.fileCheck(next.build());
      try (Directory _ = files.directory()) {
        boolean whole = files.requireWhole(next.file(), bytes -> read(next, bytes));
        sizes.merge(next, (long) FileCheck.END_BYTES, Long::sum);
        return whole;
      }
    } catch (IndexException e) {
      damaged.put(next, e);
      sizes.merge(next, 0L, Long::sum);
      index.foundDamage(next.build(), next.file(), e);
      log.accept(e);
      return true;
    } catch (IOException e) {
      failed(next, e);
    } finally {
      reading = null;
    }
    return false;
  }

  /// A file cannot be read, for instance because too many are open. It is tried again.
  private void failed(BuildFile file, IOException e) {
    sizes.remove(file);
    if (!file.equals(lastFailed)) {
      lastFailed = file;
      log.accept(
          new IndexException(
              AkinException.Kind.IO,
              "%s: cannot be checked now: %s".formatted(file.file(), AkinException.reason(e)),
              e));
    }
  }

  /// Waits as long as reading `bytes` may take.
  ///
  /// @return false if this is closed
  private boolean read(BuildFile file, int bytes) {
    sizes.merge(file, (long) bytes, Long::sum);
    long now = System.nanoTime();
    long took = (long) (bytes * 1e9 / bytesPerSecond);
    dueNanos = (dueNanos - now < 0 ? now : dueNanos) + took;
    try {
      return !closed.await(dueNanos - now, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
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
