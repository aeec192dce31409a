package dev.akin.index;

import dev.akin.index.commit.IndexHome;
import dev.akin.index.commit.NewestCommit;
import dev.akin.index.commit.OpenCommit;
import dev.akin.index.disk.Disk;
import dev.akin.index.disk.FileCheck;
import dev.akin.index.disk.IndexException;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// An index of papers, open for reading. Every query goes to a [#snapshot] of the newest commit
/// that it has seen; [#refresh] looks for a newer one. Safe for use by many threads; close it.
public final class PaperIndex implements AutoCloseable {
  /// How the files are checked before they are used.
  public enum Check {
    /// All bytes are compared with the checksums, and later it is noticed if a file is cut off: for
    /// what reads all papers anyway, such as a report.
    FILES,
    /// What a crash can break is compared: the ends of all files and the newest files
    /// ([FileCheck]). Later it is noticed if a file is cut off. For a service, which has a
    /// [BackgroundCheck] for the rest.
    NEWEST,
    /// Only what a query needs is read: for a single command.
    NOTHING
  }

  private final IndexHome home;
  private final Check check;
  private volatile OpenCommit current;
  private volatile boolean closed;

  private PaperIndex(IndexHome home, Check check) {
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

  /// Opens the index in `directory`.
  ///
  /// @throws IndexException if there is no index, or it is damaged; the message names the file
  public static PaperIndex open(Path directory, Check check) {
    return new PaperIndex(new IndexHome(directory), check);
  }

  /// The spaces of the models of the index in `directory`, without opening it: reads only the list
  /// of its files.
  ///
  /// @return in the order of models; none if there is no index yet
  /// @throws IndexException if the index is damaged or another version of akin made it
  public static List<Space> spaces(Path directory) {
    IndexHome home = new IndexHome(directory);
    if (home.currentBuild().isEmpty()) {
      return List.of();
    }
    try {
      return NewestCommit.use(home, commit -> commit.data().spaces());
    } catch (IOException | RuntimeException | InternalError e) {
      throw IndexException.unreadable(home.path(home.requireBuild()), e);
    }
  }

  private static OpenCommit open(IndexHome home, String build, Check check) {
    Path path = home.path(build);
    try {
      return use(path, DirectoryReader.open(Disk.REAL.open(path)), null, check);
    } catch (IOException | RuntimeException | InternalError e) {
      throw IndexException.unreadable(path, e);
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

  /// The newest commit that this index has seen; it stays open until the snapshot is closed.
  ///
  /// @throws IllegalStateException if the index is closed
  public IndexSnapshot snapshot() {
    return new IndexSnapshot(acquire());
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

  /// Switches to the newest commit, also to that of another build, after checking its new files. If
  /// something is wrong with it, the old commit stays.
  ///
  /// @return whether there was a newer commit
  /// @throws IndexException if the newer commit cannot be used
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
      throw IndexException.unreadable(path, e);
    }
  }

  /// The free space of the disk, in bytes; 0 if the disk does not report it.
  public long freeBytes() {
    return home.freeBytes();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      current.release();
    }
  }
}
