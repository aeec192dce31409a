package dev.akin.index.lucene;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.index.lucene.build.PaperMerges;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.disk.Disk;
import dev.akin.index.lucene.disk.DiskFailures;
import dev.akin.index.lucene.document.PaperAnalyzer;
import dev.akin.index.lucene.graph.PaperCodec;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/// Opens an index for writing, after checking what a crash can break. Creates it if there is none.
///
/// @param spaces the spaces of the vectors that will be added
record WriterOpener(IndexHome home, List<Space> spaces, Clock clock, Disk disk) {
  /// Some 8,000 papers. A job usually saves much earlier, so a larger buffer would stay empty.
  private static final double BUFFER_MB = 64;

  /// Opens the current build, or creates one and makes it the current build.
  LuceneWriter open() {
    Optional<String> build = home.currentBuild();
    return build.isPresent() ? openCurrent(build.get()) : create();
  }

  /// Opens a build; if another one replaced it before its lock was taken, opens that one.
  private LuceneWriter openCurrent(String build) {
    try {
      LuceneWriter writer = open(home.path(build));
      if (home.requireBuild().equals(build)) {
        removeReplaced(writer);
        return writer;
      }
      writer.close();
    } catch (IndexException e) {
      if (home.requireBuild().equals(build)) {
        throw e;
      }
    }
    return openCurrent(home.requireBuild());
  }

  private void removeReplaced(LuceneWriter writer) {
    try {
      home.removeReplaced();
    } catch (IOException e) {
      IOUtils.closeWhileSuppressingExceptions(e, writer::close);
      throw DiskFailures.unwritable(home.directory(), e);
    }
  }

  /// Opens a build to replace the current one: an unfinished build with these models, or else a new
  /// one.
  LuceneWriter openBeside() {
    try {
      Optional<String> unfinished = home.unfinished(spaces);
      return unfinished.isPresent() ? resume(unfinished.get()) : create(home.newBuild(clock));
    } catch (IOException e) {
      throw DiskFailures.unwritable(home.directory(), e);
    }
  }

  private LuceneWriter resume(String unfinished) throws IOException {
    try {
      return open(home.path(unfinished));
    } catch (IndexException e) {
      if (e.kind() != AkinException.Kind.IO) {
        throw e;
      }
      // It is damaged. Nobody has used it yet, so it can be made again.
      new FolderTree(home.path(unfinished)).delete();
      return create(home.newBuild(clock));
    }
  }

  /// Opens a build. The lock is taken before anything is read, so that nothing changes meanwhile.
  LuceneWriter open(Path path) {
    try {
      Directory directory = disk.open(path);
      IndexWriter lucene = lucene(path, directory, IndexWriterConfig.OpenMode.APPEND);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        CommitData last = OpenCommit.dataOf(reader);
        requireSameSpaces(path, last.spaces());
        new OpenCommit(path.toString(), reader).checkNewest(path, null);
        return new LuceneWriter(path, last, lucene, clock);
      } catch (IOException | RuntimeException | InternalError e) {
        IOUtils.closeWhileSuppressingExceptions(e, lucene::rollback);
        throw e;
      }
    } catch (IOException | RuntimeException | InternalError e) {
      throw DiskFailures.unreadable(path, e);
    }
  }

  private void requireSameSpaces(Path path, List<Space> found) {
    Optional<String> mismatch = Space.mismatch(found, spaces);
    if (mismatch.isPresent()) {
      throw new IndexException(
          AkinException.Kind.CONFIGURATION,
          "%s: %s; to embed its papers again, run: akin index --model %s"
              .formatted(
                  path,
                  mismatch.get(),
                  spaces.stream().map(Space::model).collect(Collectors.joining(","))));
    }
  }

  private LuceneWriter create() {
    home.requireNew();
    try (Lock lock = home.lock()) {
      Optional<String> meanwhile = home.currentBuild();
      if (meanwhile.isPresent()) {
        return open(home.path(meanwhile.get()));
      }
      lock.ensureValid();
      home.requireNew();
      return switchTo(create(home.newBuild(clock)));
    } catch (IOException e) {
      throw DiskFailures.unwritable(home.directory(), e);
    }
  }

  private LuceneWriter switchTo(LuceneWriter writer) throws IOException {
    try {
      home.switchTo(writer.build());
      // A crash may have left unfinished builds. They have no papers: home.requireNew() saw to
      // that.
      home.removeOthers();
      return writer;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, writer::close);
      throw e;
    }
  }

  private LuceneWriter create(String build) throws IOException {
    Path path = home.path(build);
    new FolderTree(path).create();
    IndexWriter lucene = lucene(path, disk.open(path), IndexWriterConfig.OpenMode.CREATE);
    try {
      LuceneWriter writer = new LuceneWriter(path, CommitData.none(build, spaces), lucene, clock);
      writer.commit();
      return writer;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, lucene::rollback);
      throw e;
    }
  }

  private static IndexWriter lucene(Path path, Directory directory, IndexWriterConfig.OpenMode mode)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new PaperAnalyzer());
    config.setOpenMode(mode);
    config.setCodec(new PaperCodec());
    config.setRAMBufferSizeMB(BUFFER_MB);
    config.setCommitOnClose(false);
    config.setMergeScheduler(new QuietMerges());
    config.setMergePolicy(new PaperMerges());
    try {
      return new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      throw DiskFailures.inUse(path.resolve(IndexWriter.WRITE_LOCK_NAME), e);
    }
  }

  /// Does not print the failures of its threads: the writer throws them at its next call.
  private static final class QuietMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable cause) {}
  }
}
