package dev.akin.index.lucene.care;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.base.NewFolder;
import dev.akin.base.Sha256;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.commit.NewestCommit;
import dev.akin.index.lucene.disk.DamagedFile;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.util.IOUtils;

/// Makes a snapshot. It links all files, or opens them for copying, before it reads any of them.
/// This takes milliseconds; after that, a writer may delete the files.
///
/// @hidden public for its own room only
public record SnapshotTaking(IndexHome home, Path target, SnapshotOptions options) {
  /// The commit whose files were linked or copied.
  ///
  /// @param digests the SHA-256 of each file, computed while it was copied; empty if files were
  ///   linked
  private record Transfer(NewestCommit commit, Map<String, String> digests) {}

  /// Makes the snapshot.
  public TakenSnapshot run() throws IOException {
    try (NewFolder made = NewFolder.at(target)) {
      Path files = made.path().resolve(SnapshotManifest.FILES);
      Transfer transfer = NewestCommit.use(home, commit -> transfer(commit, files));
      requireWhole(transfer.commit(), files);
      SnapshotManifest manifest =
          SnapshotManifest.of(options.akin(), transfer.commit().data(), describe(transfer, files));
      manifest.write(made.path());
      made.put();
      return new TakenSnapshot(manifest, transfer.digests().isEmpty());
    }
  }

  private Transfer transfer(NewestCommit commit, Path files) throws IOException {
    new FolderTree(files).delete();
    Files.createDirectory(files);
    if (options.sharing() == SnapshotOptions.Sharing.LINKED && link(commit, files)) {
      return new Transfer(commit, Map.of());
    }
    return new Transfer(commit, copy(commit, files));
  }

  /// @return false if the disk cannot link files to the snapshot's folder
  private static boolean link(NewestCommit commit, Path files) throws IOException {
    try {
      for (String file : commit.files()) {
        Files.createLink(files.resolve(file), commit.path().resolve(file));
      }
      return true;
    } catch (NoSuchFileException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      // The folder is on another disk, or the disk has no links.
      for (Path linked : new FolderTree(files).entries()) {
        Files.delete(linked);
      }
      return false;
    }
  }

  private static Map<String, String> copy(NewestCommit commit, Path files) throws IOException {
    Map<String, InputStream> open = new TreeMap<>();
    try {
      for (String file : commit.files()) {
        open.put(file, Files.newInputStream(commit.path().resolve(file)));
      }
      Map<String, String> digests = new TreeMap<>();
      for (Map.Entry<String, InputStream> source : open.entrySet()) {
        Path copy = files.resolve(source.getKey());
        digests.put(source.getKey(), Sha256.copy(source.getValue(), copy));
      }
      return digests;
    } finally {
      IOUtils.close(open.values());
    }
  }

  /// Refuses to keep a damaged snapshot: nobody would notice before it is needed.
  private static void requireWhole(NewestCommit commit, Path files) {
    Optional<Path> damaged = DamagedFile.in(files);
    if (damaged.isPresent()) {
      throw new IndexException(
          AkinException.Kind.IO,
          "%s: damaged, so no snapshot was made; see: akin verify"
              .formatted(commit.path().resolve(String.valueOf(damaged.get().getFileName()))));
    }
  }

  private static List<SnapshotManifest.CopiedFile> describe(Transfer transfer, Path files)
      throws IOException {
    List<SnapshotManifest.CopiedFile> described = new ArrayList<>();
    for (String file : transfer.commit().files()) {
      Path copy = files.resolve(file);
      String digest = Sha256.hex(copy);
      if (!digest.equals(transfer.digests().getOrDefault(file, digest))) {
        throw new IOException(copy + ": has other bytes than were written; the disk is failing");
      }
      described.add(new SnapshotManifest.CopiedFile(file, Files.size(copy), digest));
    }
    return described;
  }
}
