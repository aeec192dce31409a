package dev.akin.index.lucene;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.base.Sha256;
import dev.akin.index.lucene.care.SnapshotManifest;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.commit.NewestCommit;
import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.disk.Disk;
import dev.akin.index.lucene.graph.PaperCodec;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/// Restores a snapshot as a new build, with an id and a commit of its own. The build is complete
/// before `CURRENT` names it. Open readers of the index see that another build has become current.
record SnapshotRestoring(Path snapshot, SnapshotManifest manifest, IndexHome home, Clock clock) {
  IndexInfo run(SnapshotFolder.Present present) throws IOException {
    requireFiles();
    boolean replaces = isThere();
    if (!replaces) {
      home.requireNew();
    } else if (present == SnapshotFolder.Present.REFUSE) {
      throw occupied();
    }
    try (Lock lock = home.lock()) {
      lock.ensureValid();
      if (!replaces && isThere()) {
        throw occupied();
      }
      return replaces ? replace() : put(List.of());
    }
  }

  private IndexException occupied() {
    return new IndexException(
        AkinException.Kind.EXISTS,
        home.directory() + ": there is an index already; add --force to replace it");
  }

  /// Refuses an incomplete snapshot before anything is written.
  private void requireFiles() throws IOException {
    for (SnapshotManifest.CopiedFile file : manifest.files()) {
      Path copy = path(file);
      if (!Files.isRegularFile(copy)) {
        throw broken(copy + ": missing");
      }
      if (Files.size(copy) != file.sizeBytes()) {
        throw broken(
            "%s: damaged: it has %,d bytes, not %,d"
                .formatted(copy, Files.size(copy), file.sizeBytes()));
      }
    }
  }

  private Path path(SnapshotManifest.CopiedFile file) {
    return snapshot.resolve(SnapshotManifest.FILES).resolve(file.name());
  }

  private static IndexException broken(String what) {
    return new IndexException(
        AkinException.Kind.IO, what + "; the snapshot is not whole, use another one");
  }

  /// Whether there are builds with papers, even if `CURRENT` does not name one.
  private boolean isThere() {
    try {
      if (home.currentBuild().isPresent()) {
        return true;
      }
      home.requireNew();
      return false;
    } catch (IndexException e) {
      if (e.kind() == AkinException.Kind.IO) {
        // A damaged index is an index.
        return true;
      }
      throw e;
    }
  }

  /// Holds the lock of the current build until it is deleted, so that no other process writes to
  /// it.
  private IndexInfo replace() throws IOException {
    Optional<Path> old = oldBuild();
    List<Lock> locks = new ArrayList<>();
    try (Closeable _ = () -> IOUtils.close(locks)) {
      for (Path build : old.isPresent() ? List.of(old.get()) : home.builds()) {
        locks.add(IndexHome.writeLock(build));
      }
      IndexInfo info = put(deleted());
      if (old.isPresent()) {
        home.removeOthers();
      }
      return info;
    }
  }

  /// The current build; empty if `CURRENT` is damaged, and then no build is deleted.
  private Optional<Path> oldBuild() {
    try {
      return home.currentBuild().map(home::path);
    } catch (IndexException e) {
      return Optional.empty();
    }
  }

  /// The papers that were deleted permanently. They stay deleted, even if the snapshot has them.
  private List<PaperId> deleted() {
    try (PaperIndex present = new LuceneStore(home.directory()).open(PaperIndex.Check.NOTHING);
        IndexSnapshot commit = present.snapshot()) {
      return commit.deleted();
    } catch (IndexException e) {
      // An index that cannot be read must not prevent its restoration.
      return List.of();
    }
  }

  private IndexInfo put(List<PaperId> deleted) throws IOException {
    Path making = home.restoring();
    FolderTree made = new FolderTree(making);
    try {
      made.delete();
      made.create();
      copy(making);
      String build = home.newBuild(clock);
      commit(making, build);
      IndexInfo info = without(deleted, making);
      Files.move(making, home.path(build), StandardCopyOption.ATOMIC_MOVE);
      new FolderTree(home.path(build).resolveSibling(".")).syncNames();
      home.switchTo(build);
      return info;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, made::delete);
      throw e;
    }
  }

  private void copy(Path to) throws IOException {
    for (SnapshotManifest.CopiedFile file : manifest.files()) {
      try (InputStream in = Files.newInputStream(path(file))) {
        String digest = Sha256.copy(in, to.resolve(file.name()));
        if (!digest.equals(file.sha256())) {
          throw broken(
              "%s: damaged: its SHA-256 is %s, not %s"
                  .formatted(path(file), digest, file.sha256()));
        }
      }
    }
  }

  /// Gives the build its id, with a new commit: a commit number is never used for two contents.
  private void commit(Path making, String build) throws IOException {
    NewestCommit last = newest(making);
    Map<String, String> facts = new HashMap<>(last.facts());
    facts.put("build", build);
    facts.put("commit", Long.toString(last.data().commit() + 1));
    facts.put("committedAt", clock.instant().toString());
    try (Directory directory = Disk.REAL.open(making);
        IndexWriter writer = new IndexWriter(directory, config())) {
      writer.setLiveCommitData(facts.entrySet());
      writer.commit();
    }
  }

  /// Deletes papers and checks the files.
  private IndexInfo without(List<PaperId> deleted, Path making) throws IOException {
    if (!deleted.isEmpty()) {
      List<Space> spaces = NewestCommit.in(making).data().spaces();
      try (PaperIndexWriter writer =
          new WriterOpener(home, spaces, clock, Disk.REAL).open(making)) {
        deleted.forEach(writer::deletePermanently);
        writer.purge();
      }
    }
    try (Directory directory = Disk.REAL.open(making);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      OpenCommit commit = new OpenCommit(making.toString(), reader);
      commit.checkFiles(null);
      return commit.info();
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig()
        .setOpenMode(IndexWriterConfig.OpenMode.APPEND)
        .setCodec(new PaperCodec())
        .setMergePolicy(NoMergePolicy.INSTANCE)
        .setCommitOnClose(false);
  }

  private NewestCommit newest(Path making) throws IOException {
    NewestCommit last = NewestCommit.in(making);
    List<String> listed =
        manifest.files().stream().map(SnapshotManifest.CopiedFile::name).sorted().toList();
    if (!manifest.isOf(last.data()) || !listed.equals(last.files())) {
      throw broken(
          snapshot.resolve(SnapshotManifest.NAME) + ": damaged: it does not describe these files");
    }
    return last;
  }
}
