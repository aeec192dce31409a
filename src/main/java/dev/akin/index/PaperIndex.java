package dev.akin.index;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.FSDirectory;
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

  private PaperIndex(IndexHome home, Check check) {
    this.home = home;
    this.check = check;
    this.current = open(home, home.requireBuild(), check);
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
      DirectoryReader reader = DirectoryReader.open(FSDirectory.open(path));
      try {
        OpenCommit commit = new OpenCommit(path.toString(), reader);
        if (check == Check.FILES) {
          commit.checkFiles(null);
        }
        return commit;
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  static IndexException unreadable(Path path, IOException cause) {
    if (cause instanceof IndexFormatTooOldException
        || cause instanceof IndexFormatTooNewException) {
      return new IndexException(
          IndexException.Kind.OTHER_MODEL,
          path
              + ": written by another version of Lucene; index the papers anew: "
              + cause.getMessage(),
          cause);
    }
    String what = cause instanceof CorruptIndexException ? "damaged" : "cannot be read";
    return new IndexException(
        IndexException.Kind.IO, path + ": " + what + ": " + cause.getMessage(), cause);
  }

  /// The commit that answers now, held open until the snapshot is closed.
  public IndexSnapshot snapshot() {
    while (true) {
      OpenCommit commit = current;
      if (commit.acquire()) {
        return new IndexSnapshot(commit);
      }
    }
  }

  /// Goes on to the newest commit, of another build if the index was switched; its new files are
  /// checked first. When something is wrong with it, the old commit goes on answering.
  ///
  /// @return whether there was a newer one
  /// @throws IndexException if the newer one cannot be used
  public synchronized boolean refresh() {
    OpenCommit old = current;
    OpenCommit next = newer(old);
    if (next == null) {
      return false;
    }
    current = next;
    old.release();
    return true;
  }

  private @Nullable OpenCommit newer(OpenCommit old) {
    String build = home.requireBuild();
    if (!build.equals(old.info().build())) {
      return open(home, build, check);
    }
    Path path = home.path(build);
    try {
      DirectoryReader reader = DirectoryReader.openIfChanged(old.reader());
      if (reader == null) {
        return null;
      }
      OpenCommit commit = new OpenCommit(path.toString(), reader);
      try {
        if (check == Check.FILES) {
          commit.checkFiles(old);
          commit.texts();
        }
        return commit;
      } catch (IOException | RuntimeException e) {
        commit.release();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public synchronized void close() {
    current.release();
  }
}
