package dev.akin.index.lucene.commit;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.index.lucene.disk.DiskFailures;
import dev.akin.index.store.IndexException;
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
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/// The directory of an index.
///
///     CURRENT          one line: the id of the current build, which answers queries
///     builds/<id>/     a build: the files of one Lucene index, made with certain models;
///                      with a file `.replaced` if another one took its place, or is about to
///
/// A build is complete before `CURRENT` names it, and `CURRENT` is replaced in one step. A crash
/// before that leaves an unreferenced build. If it has no papers, it is deleted when the next index
/// is created here. If it was made to replace the current build, the same command continues it. A
/// process that writes to the current build, or makes its replacement, holds the lock `write.lock`
/// of the current build.
///
/// @param directory the directory that a user names with `--index`
///
/// @hidden public for its own room only
public record IndexHome(Path directory) {
  private static final String CURRENT = "CURRENT";
  private static final String NEXT = "CURRENT.next";
  private static final String BUILDS = "builds";
  private static final String LOCK = "create.lock";

  /// The first name in a folder, so that it is deleted last.
  private static final String REPLACED = ".replaced";

  /// The folder for a build that is being restored from a snapshot; it stays after a kill.
  private static final String RESTORING = "restoring";

  private static final Pattern BUILD_ID = Pattern.compile("\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}");

  /// The id of the current build; empty if there is no index yet.
  ///
  /// @throws IndexException if `CURRENT` is damaged or cannot be read
  public Optional<String> currentBuild() {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    Path pointer = directory.resolve(CURRENT);
    try {
      String build = Files.readString(pointer).strip();
      while (!isBuild(build)) {
        String now = Files.readString(pointer).strip();
        if (now.equals(build)) {
          throw new IndexException(
              AkinException.Kind.IO, pointer + ": damaged: it names no build of this index");
        }
        // Another build has replaced it since.
        build = now;
      }
      return Optional.of(build);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IndexException(
          AkinException.Kind.IO, pointer + ": cannot be read: " + AkinException.reason(e), e);
    }
  }

  private boolean isBuild(String name) {
    return BUILD_ID.matcher(name).matches() && Files.isDirectory(path(name));
  }

  /// The id of the current build.
  ///
  /// @throws IndexException if there is no index, or `CURRENT` is damaged
  public String requireBuild() {
    return currentBuild()
        .orElseThrow(
            () ->
                new IndexException(
                    AkinException.Kind.MISSING,
                    Files.exists(directory)
                        ? directory + ": not an akin index (it has no file CURRENT)"
                        : directory + ": there is no index; create one with: akin index"));
  }

  /// The free space of its disk, in bytes; empty if the disk does not report it.
  public OptionalLong freeBytes() {
    try {
      return OptionalLong.of(Files.getFileStore(directory).getUsableSpace());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /// The folder for a build that is being restored. Only for the holder of [#lock].
  public Path restoring() {
    return path(RESTORING);
  }

  /// The directories of all builds, the current one included.
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

  /// The directory of a build.
  public Path path(String build) {
    return directory.resolve(BUILDS).resolve(build);
  }

  /// Refuses to create an index among foreign files, or where an index has lost its `CURRENT`.
  ///
  /// @throws IndexException if the directory has anything but the remains of an index that a crash
  ///   left half created
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
          AkinException.Kind.MISSING, directory + ": cannot be read as a directory", e);
    }
  }

  /// An id for a new build.
  public String newBuild(Clock clock) {
    String day = clock.instant().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
    return day + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }

  /// An unfinished build with these models that was made to replace the current one.
  public Optional<String> unfinished(List<Space> spaces) throws IOException {
    for (String build : others()) {
      try {
        if (NewestCommit.in(path(build)).data().spaces().equals(spaces)) {
          return Optional.of(build);
        }
      } catch (IOException | IndexException e) {
        // It has no commit yet, or another version of akin made it.
      }
    }
    return Optional.empty();
  }

  /// All builds except the current one, the newest first.
  private List<String> others() throws IOException {
    String current = currentBuild().orElse("");
    return builds().stream()
        .map(path -> String.valueOf(path.getFileName()))
        .filter(build -> !build.equals(current))
        .toList()
        .reversed();
  }

  /// Deletes all builds except the current one, finished or not. Open readers of them stay usable.
  /// Only for the holder of the current build's write lock.
  public void removeOthers() throws IOException {
    new FolderTree(restoring()).delete();
    for (String build : others()) {
      new FolderTree(path(build)).delete();
    }
  }

  /// Deletes what a kill left of builds that were replaced. Only for the holder of the current
  /// build's write lock.
  public void removeReplaced() throws IOException {
    for (String build : others()) {
      if (Files.exists(path(build).resolve(REPLACED))) {
        new FolderTree(path(build)).delete();
      }
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
        directory + ": not an akin index, and not empty; choose another directory");
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
          "%s: missing, but %s has papers; to use them, create the file with this line: %s"
              .formatted(directory.resolve(CURRENT), build, entry));
    }
  }

  /// Prevents other processes from creating an index here until the lock is closed.
  public Lock lock() throws IOException {
    Path builds = directory.resolve(BUILDS);
    new FolderTree(builds).create();
    try {
      return FSDirectory.open(builds).obtainLock(LOCK);
    } catch (LockObtainFailedException e) {
      throw DiskFailures.inUse(builds.resolve(LOCK), e);
    }
  }

  /// Prevents other processes from writing to a build until the lock is closed.
  ///
  /// @param build its directory
  public static Lock writeLock(Path build) throws IOException {
    try {
      return FSDirectory.open(build).obtainLock(IndexWriter.WRITE_LOCK_NAME);
    } catch (LockObtainFailedException e) {
      throw DiskFailures.inUse(build.resolve(IndexWriter.WRITE_LOCK_NAME), e);
    }
  }

  private void markReplaced() throws IOException {
    Optional<String> before;
    try {
      before = currentBuild();
    } catch (IndexException e) {
      return; // CURRENT is damaged, and names none
    }
    if (before.isPresent()) {
      Path build = path(before.get());
      Files.write(build.resolve(REPLACED), new byte[0]);
      new FolderTree(build).syncNames();
    }
  }

  /// Makes `build` the current build, in one step that survives a crash. The one that was current
  /// is marked first: whatever a kill leaves of it is deleted later.
  public void switchTo(String build) throws IOException {
    markReplaced();
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
