package dev.akin.index;

import dev.akin.index.commit.IndexHome;
import dev.akin.index.disk.Disk;
import dev.akin.index.disk.IndexException;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.Lock;

/// A build that is made with other models from the papers of the one that answers, beside it, and
/// takes its place in the end. Until [#answer] the old one goes on answering; nobody else writes to
/// it meanwhile. After a crash the next one goes on where this one was.
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

  /// Begins a build with `spaces`, or goes on with one that was begun.
  ///
  /// @param directory of an index
  /// @throws IndexException if there is no index, it is damaged, or somebody writes to it
  public static Rebuild open(Path directory, List<Space> spaces) {
    IndexHome home = new IndexHome(directory);
    Lock lock = lock(home);
    try {
      PaperIndex old = PaperIndex.open(directory, PaperIndex.Check.FILES);
      try {
        WriterOpener opening = new WriterOpener(home, spaces, Clock.systemUTC(), Disk.REAL);
        Rebuild build = new Rebuild(home, lock, old, opening.openBeside());
        build.takeOverWhatIsNoPaper();
        return build;
      } catch (RuntimeException e) {
        old.close();
        throw e;
      }
    } catch (RuntimeException e) {
      release(lock, e);
      throw e;
    }
  }

  /// Removes builds that were begun and not finished. Only while a writer is open: nobody makes one
  /// then.
  ///
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

  private static void release(Lock lock, RuntimeException cause) {
    try {
      lock.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /// Tombstones and notes, as they are in the old build now.
  private void takeOverWhatIsNoPaper() {
    Set<PaperId> deleted = new HashSet<>(old.deleted());
    for (PaperId id : writer.deleted()) {
      if (!deleted.remove(id)) {
        writer.forget(id);
      }
    }
    deleted.forEach(writer::deleteForGood);
    writer.noteAll(old.notes());
  }

  /// What the build is made from.
  public IndexSnapshot old() {
    return old;
  }

  /// What writes to the new build; closed with this.
  public PaperIndexWriter writer() {
    return writer;
  }

  /// Commits, makes the new build the one that answers, in one step, and removes all others.
  ///
  /// @throws IndexException if the disk fails; then the one or the other answers, wholly
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
    writer.close();
    old.close();
    oldIndex.close();
    try {
      lock.close();
    } catch (IOException e) {
      throw IndexException.unwritable(home.directory(), e);
    }
  }
}
