package dev.akin.index;

import dev.akin.index.commit.IndexHome;
import dev.akin.index.commit.OpenCommit;
import dev.akin.index.disk.Disk;
import dev.akin.index.disk.IndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/// An index of papers, open for reading. It answers from the commit that it saw last; [#refresh]
/// looks for a newer one. Safe for use by many threads; close it.
public final class PaperIndex implements AutoCloseable {
  /// What is read of the files before they are trusted.
  public enum Check {
    /// Every byte, against its checksum: for a service, and before writing.
    FILES,
    /// Nothing but what a query needs: for a single command.
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

  /// Does something with the build that answers; with its successor if it was replaced meanwhile.
  private <T extends @Nullable Object> T ofBuild(Function<String, T> use) {
    String build = home.requireBuild();
    try {
      return use.apply(build);
    } catch (IndexException e) {
      String now = home.requireBuild();
      if (now.equals(build)) {
        throw e;
      }
      return use.apply(now);
    }
  }

  /// Opens the index in `directory`.
  ///
  /// @throws IndexException if there is none, or it is damaged; the message names the file
  public static PaperIndex open(Path directory, Check check) {
    return new PaperIndex(new IndexHome(directory), check);
  }

  private static OpenCommit open(IndexHome home, String build, Check check) {
    Path path = home.path(build);
    try {
      return use(path, DirectoryReader.open(Disk.REAL.open(path)), null, check);
    } catch (IOException | RuntimeException e) {
      throw IndexException.unreadable(path, e);
    }
  }

  /// Takes over `reader`, and closes it if it cannot be used.
  ///
  /// @param known a commit whose files were checked
  private static OpenCommit use(
      Path path, DirectoryReader reader, @Nullable OpenCommit known, Check check)
      throws IOException {
    try {
      OpenCommit commit = new OpenCommit(path.toString(), reader);
      if (check == Check.FILES) {
        commit.checkFiles(known);
        commit.texts();
      }
      return commit;
    } catch (IOException | RuntimeException | InternalError e) {
      reader.close();
      throw e;
    }
  }

  /// The commit that answers now, held open until the snapshot is closed.
  ///
  /// @throws IllegalStateException if the index is closed
  public IndexSnapshot snapshot() {
    while (true) {
      requireOpen();
      OpenCommit commit = current;
      if (commit.acquire()) {
        return new IndexSnapshot(commit);
      }
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
  }

  /// Goes on to the newest commit, of another build if the index was switched; its new files are
  /// checked first. When something is wrong with it, the old commit goes on answering.
  ///
  /// @return whether there was a newer one
  /// @throws IndexException if the newer one cannot be used
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
    } catch (IOException | RuntimeException e) {
      throw IndexException.unreadable(path, e);
    }
  }

  /// The space that is left on the disk of the index; 0 if the disk does not say.
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
