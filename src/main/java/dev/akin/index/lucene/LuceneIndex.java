package dev.akin.index.lucene;

import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.disk.Disk;
import dev.akin.index.lucene.disk.DiskFailures;
import dev.akin.index.lucene.disk.FileCheck;
import dev.akin.index.store.BackgroundCheck;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.PaperIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// An index in a folder, open for reading.
final class LuceneIndex implements PaperIndex {
  private final IndexHome home;
  private final Check check;
  private volatile OpenCommit current;
  private volatile boolean closed;

  LuceneIndex(IndexHome home, Check check) {
    this.home = home;
    this.check = check;
    this.current = ofBuild(build -> open(home, build, check));
  }

  /// Uses the current build. If that fails and another build is current by then, uses that one.
  private <T extends @Nullable Object> T ofBuild(Function<String, T> use) {
    String build = home.requireBuild();
    while (true) {
      try {
        return use.apply(build);
      } catch (IndexException e) {
        String now = home.requireBuild();
        if (now.equals(build)) {
          throw e;
        }
        build = now;
      }
    }
  }

  private static OpenCommit open(IndexHome home, String build, Check check) {
    Path path = home.path(build);
    try {
      return use(path, DirectoryReader.open(Disk.REAL.open(path)), null, check);
    } catch (IOException | RuntimeException | InternalError e) {
      throw DiskFailures.unreadable(path, e);
    }
  }

  /// Makes a commit of `reader`, or closes it if that fails.
  ///
  /// @param known a commit whose files were checked already
  private static OpenCommit use(
      Path path, DirectoryReader reader, @Nullable OpenCommit known, Check check)
      throws IOException {
    try {
      OpenCommit commit = new OpenCommit(path.toString(), reader);
      switch (check) {
        case FILES -> commit.checkFiles(known);
        case NEWEST -> commit.checkNewest(path, known);
        case NOTHING -> {}
      }
      if (check != Check.NOTHING) {
        commit.texts();
        commit.watchFiles(path);
      }
      return commit;
    } catch (IOException | RuntimeException | InternalError e) {
      IOUtils.closeWhileSuppressingExceptions(e, reader);
      throw e;
    }
  }

  @Override
  public LuceneSnapshot snapshot() {
    return new LuceneSnapshot(acquire());
  }

  /// The same for one who calls [OpenCommit#release].
  OpenCommit acquire() {
    while (true) {
      requireOpen();
      OpenCommit commit = current;
      if (commit.acquire()) {
        return commit;
      }
    }
  }

  /// Opens the directory of a build; the caller closes it.
  FileCheck fileCheck(String build) throws IOException {
    Path path = home.path(build);
    if (!Files.isDirectory(path)) {
      throw new NoSuchFileException(path.toString()); // opening would create it
    }
    return new FileCheck(path, Disk.REAL.open(path));
  }

  /// Notes that a file of a build is damaged: from now on nothing is answered from it, by this
  /// commit or a later one.
  synchronized void foundDamage(String build, String file, IndexException damage) {
    if (current.info().build().equals(build)) {
      current.foundDamage(file, damage);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
  }

  @Override
  public synchronized boolean refresh() {
    requireOpen();
    OpenCommit old = current;
    OpenCommit next = ofBuild(build -> newer(old, build));
    if (next == null) {
      return false;
    }
    current = next;
    old.release();
    return true;
  }

  private @Nullable OpenCommit newer(OpenCommit old, String build) {
    if (!build.equals(old.info().build())) {
      return open(home, build, check);
    }
    Path path = home.path(build);
    try {
      DirectoryReader reader = DirectoryReader.openIfChanged(old.reader());
      return reader == null ? null : use(path, reader, old, check);
    } catch (IOException | RuntimeException | InternalError e) {
      throw DiskFailures.unreadable(path, e);
    }
  }

  @Override
  public OptionalLong freeBytes() {
    return home.freeBytes();
  }

  @Override
  public BackgroundCheck backgroundCheck(long bytesPerSecond, Consumer<IndexException> log) {
    return new FilesCheck(this, bytesPerSecond, log);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      current.release();
    }
  }
}
