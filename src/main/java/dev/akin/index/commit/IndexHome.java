package dev.akin.index.commit;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.index.disk.Disk;
import dev.akin.index.disk.IndexException;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/// The directory of an index.
///
///     CURRENT          one line: the id of the build that answers
///     builds/<id>/     a build: the files of one Lucene index, made with some models
///
/// A build is complete before `CURRENT` names it, and `CURRENT` is replaced in one step. A crash
/// before that leaves a build that nothing names: one without papers goes when an index is made, one
/// that was to take the place of the current one is finished by the same command. Who writes to the current
/// build, or makes another, holds its `write.lock`.
///
/// @param directory the directory that a user names with `--index`
///
/// @hidden public for its own room only
public record IndexHome(Path directory) {
  private static final String CURRENT = "CURRENT";
  private static final String NEXT = "CURRENT.next";
  private static final String BUILDS = "builds";
  private static final String LOCK = "create.lock";

  /// Where a build is made that is put back from a snapshot; a kill leaves it there.
  private static final String RESTORING = "restoring";

  private static final Pattern BUILD_ID = Pattern.compile("\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}");

  /// The build that answers; empty if there is no index yet.
  ///
  /// @throws IndexException if the directory is something else than an index
  public Optional<String> currentBuild() {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    Path pointer = directory.resolve(CURRENT);
    try {
      String build = Files.readString(pointer).strip();
      if (!isBuild(build)) {
        // It may have been replaced and removed since.
        build = Files.readString(pointer).strip();
      }
      if (!isBuild(build)) {
        throw new IndexException(
            AkinException.Kind.IO, pointer + ": damaged: it names no build of this index");
      }
      return Optional.of(build);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IndexException(
          AkinException.Kind.IO, pointer + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private boolean isBuild(String name) {
    return BUILD_ID.matcher(name).matches() && Files.isDirectory(path(name));
  }

  /// The build that answers.
  ///
  /// @throws IndexException if there is no index
  public String requireBuild() {
    return currentBuild()
        .orElseThrow(
            () ->
                new IndexException(
                    AkinException.Kind.MISSING,
                    Files.exists(directory)
                        ? directory + ": not an akin index (it has no file CURRENT)"
                        : directory + ": there is no index; make one with: akin index"));
  }

  /// The space that is left on its disk; 0 if the disk does not say.
  public long freeBytes() {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  /// Where a build is made until it is whole; for whoever holds [#lock].
  public Path restoring() {
    return path(RESTORING);
  }

  /// The directories of all builds, of the one that answers and of others.
  public List<Path> builds() throws IOException {
    Path builds = directory.resolve(BUILDS);
    return Files.isDirectory(builds)
        ? entries(builds).stream()
            .filter(BUILD_ID.asMatchPredicate())
            .sorted()
            .map(this::path)
            .toList()
        : List.of();
  }

  public Path path(String build) {
    return directory.resolve(BUILDS).resolve(build);
  }

  /// Refuses to make an index among other people's files, or where one has lost its `CURRENT`.
  ///
  /// @throws IndexException if there is anything but what a crash leaves of an index half made
  public void requireNew() {
    if (!Files.exists(directory)) {
      return;
    }
    try {
      if (!entries(directory).stream().allMatch(List.of(BUILDS, NEXT)::contains)) {
        throw foreign();
      }
      if (Files.exists(directory.resolve(BUILDS))) {
        for (String entry : entries(directory.resolve(BUILDS))) {
          requireUnused(entry);
        }
      }
    } catch (IOException e) {
      throw new IndexException(
          AkinException.Kind.MISSING, directory + ": not a directory that can be read", e);
    }
  }

  /// The id of a build that there is not yet.
  public String newBuild(Clock clock) {
    String day = clock.instant().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
    return day + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }

  /// A build with these models that does not answer, because it was never finished.
  public Optional<String> unfinished(List<Space> spaces) throws IOException {
    for (String build : others()) {
      try (Directory directory = Disk.REAL.open(path(build));
          DirectoryReader reader = DirectoryReader.open(directory)) {
        if (CommitData.of(reader).spaces().equals(spaces)) {
          return Optional.of(build);
        }
      } catch (IOException | IndexException e) {
        // What cannot be read was not begun, or is of another version.
      }
    }
    return Optional.empty();
  }

  /// The builds that do not answer, the newest first.
  private List<String> others() throws IOException {
    String current = currentBuild().orElse("");
    return builds().stream()
        .map(path -> String.valueOf(path.getFileName()))
        .filter(build -> !build.equals(current))
        .toList()
        .reversed();
  }

  /// Removes all builds but the one that answers, begun ones included. Who reads them still, can do
  /// so to the end. For whoever holds the lock of the one that answers.
  public void removeOthers() throws IOException {
    new FolderTree(restoring()).delete();
    for (String build : others()) {
      new FolderTree(path(build)).delete();
    }
  }

  private static List<String> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  private IndexException foreign() {
    return new IndexException(
        AkinException.Kind.MISSING,
        directory + ": not an akin index, and not empty; name another directory");
  }

  private void requireUnused(String entry) throws IOException {
    if (entry.equals(LOCK) || entry.equals(RESTORING)) {
      return;
    }
    if (!BUILD_ID.matcher(entry).matches()) {
      throw foreign();
    }
    Path build = path(entry);
    if (entries(build).stream().anyMatch(file -> file.startsWith("_"))) {
      throw new IndexException(
          AkinException.Kind.IO,
          "%s: missing, but there are papers in %s; to use them, write %s into it"
              .formatted(directory.resolve(CURRENT), build, entry));
    }
  }

  /// Keeps others from making an index here at the same time, until the lock is closed.
  public Lock lock() throws IOException {
    Path builds = directory.resolve(BUILDS);
    new FolderTree(builds).create();
    try {
      return FSDirectory.open(builds).obtainLock(LOCK);
    } catch (LockObtainFailedException e) {
      throw IndexException.inUse(builds.resolve(LOCK), e);
    }
  }

  /// Keeps others from writing to a build, until the lock is closed.
  public static Lock writeLock(Path build) throws IOException {
    try {
      return FSDirectory.open(build).obtainLock(IndexWriter.WRITE_LOCK_NAME);
    } catch (LockObtainFailedException e) {
      throw IndexException.inUse(build.resolve(IndexWriter.WRITE_LOCK_NAME), e);
    }
  }

  /// Makes `build` the one that answers, in one step that survives a crash.
  public void switchTo(String build) throws IOException {
    Path next = directory.resolve(NEXT);
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap((build + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        next,
        directory.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    new FolderTree(directory).syncNames();
  }
}
