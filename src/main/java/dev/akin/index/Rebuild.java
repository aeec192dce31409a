package dev.akin.index;

import dev.akin.index.commit.IndexHome;
import dev.akin.index.disk.Disk;
import dev.akin.index.disk.IndexException;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/// Makes a new build with other models from the papers of the current build, which it then
/// replaces. Until [#answer], the old build answers queries, and no other process can write to it.
/// After a crash, the next rebuild with the same models continues where this one ended.
///
/// For one thread; close it.
public final class Rebuild implements AutoCloseable {
  private final IndexHome home;
  private final Lock lock;
  private final PaperIndex oldIndex;
  private final IndexSnapshot old;
  private final PaperIndexWriter writer;

  private Rebuild(IndexHome home, Lock lock, PaperIndex oldIndex, PaperIndexWriter writer) {
    this.home = home;
    this.lock = lock;
    this.oldIndex = oldIndex;
    this.old = oldIndex.snapshot();
    this.writer = writer;
  }

  /// Starts a build with `spaces`, or continues an unfinished one.
  ///
  /// @param directory the directory of an index
  /// @throws IndexException if there is no index, it is damaged, or another process writes to it
  public static Rebuild open(Path directory, List<Space> spaces) {
    IndexHome home = new IndexHome(directory);
    Lock lock = lock(home);
    Deque<Closeable> opened = new ArrayDeque<>(List.of(lock));
    try {
      PaperIndex old = PaperIndex.open(directory, PaperIndex.Check.NEWEST);
      opened.push(old::close);
      PaperIndexWriter writer =
          new WriterOpener(home, spaces, Clock.systemUTC(), Disk.REAL).openBeside();
      opened.push(writer::close);
      Rebuild build = new Rebuild(home, lock, old, writer);
      opened.push(build.old::close);
      build.copyTombstonesAndNotes();
      return build;
    } catch (RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, opened);
      throw e;
    }
  }

  /// Deletes unfinished builds. Only while a writer is open, so that no other process makes one.
  ///
  /// @param directory the directory of an index
  /// @throws IndexException if the disk fails
  public static void abandon(Path directory) {
    IndexHome home = new IndexHome(directory);
    try {
      home.removeOthers();
    } catch (IOException e) {
      throw IndexException.unwritable(directory, e);
    }
  }

  private static Lock lock(IndexHome home) {
    Path build = home.path(home.requireBuild());
    try {
      return IndexHome.writeLock(build);
    } catch (IOException e) {
      throw IndexException.unwritable(build, e);
    }
  }

  /// Gives the new build the tombstones and notes of the old one, and no others.
  private void copyTombstonesAndNotes() {
    Set<PaperId> deleted = new HashSet<>(old.deleted());
    for (PaperId id : writer.deleted()) {
      if (!deleted.remove(id)) {
        writer.forget(id);
      }
    }
    deleted.forEach(writer::deletePermanently);
    writer.noteAll(old.notes());
  }

  /// The newest commit of the old build.
  public IndexSnapshot old() {
    return old;
  }

  /// The writer of the new build; it is closed with this.
  public PaperIndexWriter writer() {
    return writer;
  }

  /// Commits, replaces the current build by the new one in one step, and deletes all other builds.
  ///
  /// @throws IndexException if the disk fails; then the old or the new build is current, and whole
  public void answer() {
    writer.commit();
    try {
      home.switchTo(writer.build());
      home.removeOthers();
    } catch (IOException e) {
      throw IndexException.unwritable(home.directory(), e);
    }
  }

  @Override
  public void close() {
    try {
      IOUtils.close(writer::close, old::close, oldIndex::close, lock);
    } catch (IOException e) {
      throw IndexException.unwritable(home.directory(), e);
    }
  }
}
