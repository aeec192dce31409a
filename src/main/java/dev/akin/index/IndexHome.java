package dev.akin.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The directory of an index.
///
///     CURRENT          one line: the id of the build that answers
///     builds/<id>/     a build: the files of one Lucene index, made with one model
///
/// A build is complete before `CURRENT` names it, and `CURRENT` is replaced in one step.
///
/// @param directory the directory that a user names with `--index`
record IndexHome(Path directory) {
  private static final String CURRENT = "CURRENT";
  private static final String BUILDS = "builds";
  private static final Pattern BUILD_ID = Pattern.compile("[0-9a-z-]{1,40}");

  /// The build that answers; empty if there is no index yet.
  ///
  /// @throws IndexException if the directory is something else than an index
  Optional<String> currentBuild() {
    Path pointer = directory.resolve(CURRENT);
    try {
      String build = Files.readString(pointer).strip();
      if (!BUILD_ID.matcher(build).matches() || !Files.isDirectory(path(build))) {
        throw new IndexException(
            IndexException.Kind.IO, pointer + ": damaged: it names no build of this index");
      }
      return Optional.of(build);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IndexException(
          IndexException.Kind.IO, pointer + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /// The build that answers.
  ///
  /// @throws IndexException if there is no index
  String requireBuild() {
    return currentBuild()
        .orElseThrow(
            () ->
                new IndexException(
                    IndexException.Kind.MISSING,
                    Files.isDirectory(directory)
                        ? directory + ": not an akin index (it has no file CURRENT)"
                        : directory + ": there is no index; make one with: akin index"));
  }

  Path path(String build) {
    return directory.resolve(BUILDS).resolve(build);
  }

  /// Refuses to make an index among other people's files.
  void requireEmptyOrAbsent() {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.anyMatch(entry -> !entry.getFileName().toString().equals(BUILDS))) {
        throw new IndexException(
            IndexException.Kind.MISSING,
            directory + ": not an akin index, and not empty; name another directory");
      }
    } catch (IOException e) {
      throw new IndexException(
          IndexException.Kind.MISSING, directory + ": not a directory that can be read", e);
    }
  }

  /// Makes `build` the one that answers, in one step that survives a crash.
  void switchTo(String build) throws IOException {
    Path next = directory.resolve(CURRENT + ".next");
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
    SyncedDirectory.sync(directory);
  }
}
