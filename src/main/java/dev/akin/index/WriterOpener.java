package dev.akin.index;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.index.commit.CommitData;
import dev.akin.index.commit.IndexHome;
import dev.akin.index.commit.OpenCommit;
import dev.akin.index.disk.Disk;
import dev.akin.index.disk.IndexException;
import dev.akin.index.document.Analyzers;
import dev.akin.index.document.PaperCodec;
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
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/// Opens an index for writing, after checking it, and makes it if there is none.
///
/// @param spaces the models of the vectors that will be added
record WriterOpener(IndexHome home, List<Space> spaces, Clock clock, Disk disk) {
  private static final double BUFFER_MB = 64;

  /// The build that answers, or else a new one that answers from now on.
  PaperIndexWriter open() {
    Optional<String> build = home.currentBuild();
    return build.isPresent() ? openCurrent(build.get()) : create();
  }

  /// Another build may take the place of this one until its lock is held.
  private PaperIndexWriter openCurrent(String build) {
    try {
      PaperIndexWriter writer = open(home.path(build));
      if (home.requireBuild().equals(build)) {
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

  /// A build beside the one that answers: one with these models that was left unfinished, or else a
  /// new one.
  PaperIndexWriter openBeside() {
    try {
      Optional<String> unfinished = home.unfinished(spaces);
      return unfinished.isPresent() ? goOn(unfinished.get()) : create(home.newBuild(clock));
    } catch (IOException e) {
      throw IndexException.unwritable(home.directory(), e);
    }
  }

  private PaperIndexWriter goOn(String unfinished) throws IOException {
    try {
      return open(home.path(unfinished));
    } catch (IndexException e) {
      if (e.kind() != AkinException.Kind.IO) {
        throw e;
      }
      // It is damaged: nobody has anything of it, so it is begun anew.
      new FolderTree(home.path(unfinished)).delete();
      return create(home.newBuild(clock));
    }
  }

  /// The lock is taken before anything is read, so that what is read stays as it is.
  PaperIndexWriter open(Path path) {
    try {
      Directory directory = disk.open(path);
      IndexWriter lucene = lucene(path, directory, IndexWriterConfig.OpenMode.APPEND);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        CommitData last = CommitData.of(reader);
        requireSame(path, last.spaces());
        new OpenCommit(path.toString(), reader).checkFiles(null);
        return new PaperIndexWriter(path, last, lucene, clock);
      } catch (IOException | RuntimeException e) {
        rollback(lucene, e);
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      throw IndexException.unreadable(path, e);
    }
  }

  private void requireSame(Path path, List<Space> found) {
    if (found.size() != spaces.size()) {
      throw new IndexException(
          AkinException.Kind.CONFIGURATION,
          "%s: made with %s, not with %s".formatted(path, models(found), models(spaces)));
    }
    for (int column = 0; column < spaces.size(); column++) {
      requireSame(path, found.get(column), spaces.get(column));
    }
  }

  private static String models(List<Space> spaces) {
    return spaces.stream().map(Space::model).collect(Collectors.joining(","));
  }

  private static void requireSame(Path path, Space found, Space space) {
    if (!space.equals(found)) {
      throw new IndexException(
          AkinException.Kind.CONFIGURATION,
          "%s: made with model %s (%s), not %s (%s); %s; to embed its papers anew, say akin index --model %s"
              .formatted(
                  path,
                  found.model(),
                  found.identity(),
                  space.model(),
                  space.identity(),
                  String.join("; ", found.differences(space)),
                  space.model()));
    }
  }

  private PaperIndexWriter create() {
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
      throw IndexException.unwritable(home.directory(), e);
    }
  }

  private PaperIndexWriter switchTo(PaperIndexWriter writer) throws IOException {
    try {
      home.switchTo(writer.build());
      // Those that a crash left half made; they have no papers, or this would not be a new index.
      home.removeOthers();
      return writer;
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private PaperIndexWriter create(String build) throws IOException {
    Path path = home.path(build);
    new FolderTree(path).create();
    IndexWriter lucene = lucene(path, disk.open(path), IndexWriterConfig.OpenMode.CREATE);
    try {
      PaperIndexWriter writer =
          new PaperIndexWriter(path, CommitData.none(build, spaces), lucene, clock);
      writer.commit();
      return writer;
    } catch (IOException | RuntimeException e) {
      rollback(lucene, e);
      throw e;
    }
  }

  private static void rollback(IndexWriter lucene, Exception cause) {
    try {
      lucene.rollback();
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static IndexWriter lucene(Path path, Directory directory, IndexWriterConfig.OpenMode mode)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Analyzers.PAPERS);
    config.setOpenMode(mode);
    config.setCodec(new PaperCodec());
    config.setRAMBufferSizeMB(BUFFER_MB);
    config.setCommitOnClose(false);
    config.setMergeScheduler(new QuietMerges());
    // What is to leave the disk must do so wherever it is.
    config.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    try {
      return new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      throw IndexException.inUse(path.resolve(IndexWriter.WRITE_LOCK_NAME), e);
    }
  }

  /// Does not print what goes wrong in its threads: the writer throws it at its next call.
  private static final class QuietMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable cause) {}
  }
}
