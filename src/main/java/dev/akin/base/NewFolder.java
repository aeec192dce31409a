package dev.akin.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;

/// A folder that is being made. It is filled next to its final place, under the name `.NAME.part`,
/// and moved there in one step, so that nobody takes half of it for the whole. What a killed
/// process leaves behind is deleted by the next one that makes the same folder. For one thread;
/// close it.
public final class NewFolder implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Path place;
  private final Path part;
  private final HeldLock lock;
  private boolean put;

  private NewFolder(Path place, Path part, HeldLock lock) {
    this.place = place;
    this.part = part;
    this.lock = lock;
  }

  /// Starts a folder at a place that is free or an empty folder.
  ///
  /// @throws AkinException if the place is taken, another process is making the same folder, or the
  ///   folder cannot be written
  public static NewFolder at(Path place) {
    return at(place, entry -> false);
  }

  /// Starts a folder at a place that is free, or that is a folder with `replaceable` contents only:
  /// the new folder then replaces it. If the place is a link to a folder, that folder is meant.
  ///
  /// @param replaceable whether a file or folder may be replaced; called with its path relative to
  ///   `place`, for everything in the folder at any depth
  /// @throws AkinException if the place is taken by something else, another process is making the
  ///   same folder, or the folder cannot be written
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
      HeldLock lock =
          HeldLock.of(part.resolve(LOCK), place + ": another akin is making this folder");
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
        AkinException.Kind.EXISTS, path + ": exists already; choose another folder");
  }

  private static AkinException failed(Path place, IOException e) {
    return new AkinException(
        AkinException.Kind.IO,
        "%s: cannot be written; nothing of it was kept: %s"
            .formatted(place, AkinException.reason(e)),
        e);
  }

  /// The folder to write the files to, until [#put].
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

  /// Moves the folder to its place, so that it survives a loss of power.
  ///
  /// @throws AkinException if that fails; what stood at the place before is still there then
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
