package dev.akin.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that is written whole next to its final place, under a name that begins with a dot and
/// ends in `.part`, and moved there in one step. What stood at the place before is there until
/// then, also when the disk is full or the power fails. What a killed process leaves is overwritten
/// by the next one. For one thread; close it.
public final class NewFile implements AutoCloseable {
  private final Path place;
  private final Path part;
  private boolean put;

  private NewFile(Path place, Path part) {
    this.place = place;
    this.part = part;
  }

  /// Writes a file that survives a loss of power, but is not at its place yet.
  ///
  /// @param place if it is a link to a file, that file is meant
  /// @param name of the file until then, in front of `.part`; two files that are made at the same
  ///   time have two names
  /// @param visibility who may read the file
  /// @throws AkinException if the place is taken by something else than a file, or if it cannot be
  ///   written
  public static NewFile at(Path place, String name, Visibility visibility, byte[] content) {
    try {
      if (Files.exists(place) && !Files.isRegularFile(place)) {
        throw new AkinException(
            AkinException.Kind.IO, place + ": is not a file, so nothing is written there");
      }
      Path normal = Files.exists(place) ? place.toRealPath() : place.toAbsolutePath().normalize();
      NewFile made = new NewFile(normal, normal.resolveSibling("." + name + ".part"));
      made.write(visibility, content);
      return made;
    } catch (IOException e) {
      throw failed(place, e);
    }
  }

  /// Who may read a new file.
  public enum Visibility {
    /// Those whom the system lets by default.
    BY_DEFAULT,
    /// Nobody but its owner.
    TO_OWNER
  }

  private void write(Visibility visibility, byte[] content) throws IOException {
    try {
      Files.deleteIfExists(part);
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        if (visibility == Visibility.TO_OWNER
            && part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// Moves the file to its place, so that it survives a loss of power.
  ///
  /// @throws AkinException if that fails; what stood at the place before is still there then
  public void put() {
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      put = true;
      new FolderTree(place.resolveSibling(".")).syncNames();
    } catch (IOException e) {
      throw failed(place, e);
    }
  }

  private static AkinException failed(Path place, IOException e) {
    return new AkinException(
        AkinException.Kind.IO,
        "%s: cannot be written; nothing of it was kept: %s"
            .formatted(place, AkinException.reason(e)),
        e);
  }

  @Override
  public void close() {
    try {
      if (!put) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw failed(place, e);
    }
  }
}
