package dev.akin.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;

/// A folder in the making. It is filled under another name beside its place, `.NAME.part`, and put
/// there in one step, so that half of it is never taken for the whole. What a kill leaves of it the
/// next one of that name clears away. For one thread; close it.
public final class NewFolder implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Path place;
  private final Path part;
  private final FileChannel lock;
  private boolean put;

  private NewFolder(Path place, Path part, FileChannel lock) {
    this.place = place;
    this.part = part;
    this.lock = lock;
  }

  /// Starts a folder for a place where nothing is, or an empty folder.
  ///
  /// @throws AkinException if something is there, somebody else is making it, or it cannot be
  ///   written
  public static NewFolder at(Path place) {
    return at(place, entry -> false);
  }

  /// Starts a folder for a place where nothing is, or a folder with nothing but `replaceable` files
  /// and folders in it, which it will replace. Where a link is that leads to a folder, that folder
  /// is meant.
  ///
  /// @param replaceable is asked for everything in the folder and in the folders within, as a path
  ///   that begins there
  /// @throws AkinException if something else is there, somebody else is making it, or it cannot be
  ///   written
  public static NewFolder at(Path place, Predicate<Path> replaceable) {
    try {
      requireFree(place, replaceable);
      Path normal = Files.exists(place) ? place.toRealPath() : place.toAbsolutePath().normalize();
      Path name = normal.getFileName();
      if (name == null) {
        throw occupied(place);
      }
      Path part = normal.resolveSibling("." + name + ".part");
      new FolderTree(part).create();
      FileChannel lock = lock(place, part.resolve(LOCK));
      NewFolder made = new NewFolder(normal, part, lock);
      made.clear();
      return made;
    } catch (IOException e) {
      throw failed(place, e);
    }
  }

  private static void requireFree(Path place, Predicate<Path> replaceable) throws IOException {
    FolderTree there = new FolderTree(place);
    if (there.isEmptyOrAbsent()) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw occupied(place);
    }
    List<Path> entries = there.entries();
    requireReplaceable(place, entries, replaceable);
    for (Path entry : entries) {
      requireReplaceable(place, new FolderTree(entry).all(), replaceable);
    }
  }

  private static void requireReplaceable(
      Path place, List<Path> entries, Predicate<Path> replaceable) {
    for (Path entry : entries) {
      if (!replaceable.test(place.relativize(entry))) {
        throw occupied(entry);
      }
    }
  }

  private static AkinException occupied(Path path) {
    return new AkinException(
        AkinException.Kind.EXISTS, path + ": is there already; name a folder that is not");
  }

  private static AkinException failed(Path place, IOException e) {
    return new AkinException(
        AkinException.Kind.IO,
        "%s: cannot be written, and nothing is left of it: %s".formatted(place, e),
        e);
  }

  private static FileChannel lock(Path place, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // This process has it.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new AkinException(
        AkinException.Kind.IN_USE, place + ": another akin is making it (it holds " + file + ")");
  }

  /// Where to put the files until [#put].
  public Path path() {
    return part;
  }

  private void clear() throws IOException {
    for (Path entry : new FolderTree(part).entries()) {
      if (!entry.endsWith(LOCK)) {
        new FolderTree(entry).delete();
      }
    }
  }

  /// Puts the folder in its place, so that it survives a loss of power.
  ///
  /// @throws AkinException if that fails; what was there is still there then
  public void put() {
    try {
      new FolderTree(part).sync();
      Path old = part.resolveSibling("." + place.getFileName() + ".old");
      new FolderTree(old).delete();
      boolean replaces = !new FolderTree(place).isEmptyOrAbsent();
      if (replaces) {
        Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
      }
      moveIn(old, replaces);
      put = true;
      Files.delete(place.resolve(LOCK));
      new FolderTree(place.resolveSibling(".")).syncNames();
      new FolderTree(old).delete();
    } catch (IOException e) {
      throw failed(place, e);
    }
  }

  private void moveIn(Path old, boolean replaces) throws IOException {
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    try (lock) {
      if (!put) {
        new FolderTree(part).delete();
      }
    } catch (IOException e) {
      throw failed(place, e);
    }
  }
}
