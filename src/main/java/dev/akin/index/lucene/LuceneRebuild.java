package dev.akin.index.lucene;

import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.disk.Disk;
import dev.akin.index.lucene.disk.DiskFailures;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Rebuild;
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

/// Makes a new build of an index in a folder, beside the old one.
final class LuceneRebuild implements Rebuild {
  private final IndexHome home;
  private final Lock lock;
  private final LuceneIndex oldIndex;
  private final LuceneSnapshot old;
  private final LuceneWriter writer;

  private LuceneRebuild(IndexHome home, Lock lock, LuceneIndex oldIndex, LuceneWriter writer) {
    this.home = home;
    this.lock = lock;
    this.oldIndex = oldIndex;
    this.old = oldIndex.snapshot();
    this.writer = writer;
  }

  /// Starts a build with `spaces`, or continues an unfinished one.
  ///
  /// @throws IndexException if there is no index, it is damaged, or another process writes to it
  static LuceneRebuild open(IndexHome home, List<Space> spaces) {
    Lock lock = lock(home);
    Deque<Closeable> opened = new ArrayDeque<>(List.of(lock));
    try {
      LuceneIndex old = new LuceneIndex(home, PaperIndex.Check.NEWEST);
      opened.push(old::close);
      LuceneWriter writer =
          new WriterOpener(home, spaces, Clock.systemUTC(), Disk.REAL).openBeside();
      opened.push(writer::close);
      LuceneRebuild build = new LuceneRebuild(home, lock, old, writer);
      opened.push(build.old::close);
      build.copyTombstonesAndNotes();
      return build;
    } catch (RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, opened);
      throw e;
    }
  }

  private static Lock lock(IndexHome home) {
    Path build = home.path(home.requireBuild());
    try {
      return IndexHome.writeLock(build);
    } catch (IOException e) {
      throw DiskFailures.unwritable(build, e);
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

  @Override
  public IndexSnapshot old() {
    return old;
  }

  @Override
  public PaperIndexWriter writer() {
    return writer;
  }

  @Override
  public void answer() {
    writer.commit();
    try {
      home.switchTo(writer.build());
      home.removeOthers();
    } catch (IOException e) {
      throw DiskFailures.unwritable(home.directory(), e);
    }
  }

  @Override
  public void close() {
    try {
      IOUtils.close(writer::close, old::close, oldIndex::close, lock);
    } catch (IOException e) {
      throw DiskFailures.unwritable(home.directory(), e);
    }
  }
}
