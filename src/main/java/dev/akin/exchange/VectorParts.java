package dev.akin.exchange;

import com.carrotsearch.hppc.LongHashSet;
import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.base.HeldLock;
import dev.akin.base.TextHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The folder of `akin embed`, filled by one of its shards: whole Parquet files of some thousand
/// texts each. A file is written under a name that begins with a dot, and gets its own name when
/// all of it is on the disk. So whatever happens, what is there is finished, and the next run goes
/// on after it. For one thread; close it.
///
/// The files of shard 3 of 16 are `part-3-of-16-00001.parquet` and so on. In memory are the hashes
/// of the shard's texts in the folder: 17 MB for a million. Two of ten million texts have the same
/// hash with a chance of three in a million; one of them is then embedded when it is indexed.
public final class VectorParts implements AutoCloseable {
  private static final String SUFFIX = ".parquet";

  private final Path folder;
  private final Shard shard;
  private final VectorOrigin origin;
  private final HeldLock lock;
  private final LongHashSet texts = new LongHashSet();
  private int last;

  private VectorParts(Path folder, Shard shard, VectorOrigin origin, HeldLock lock) {
    this.folder = folder;
    this.shard = shard;
    this.origin = origin;
    this.lock = lock;
  }

  /// Opens the folder, and makes it if it does not exist. Other shards may be at work in it.
  ///
  /// @throws AkinException if another process is embedding the same shard, a file is damaged, of
  ///   another model or of something else, or the folder cannot be written
  public static VectorParts open(Path folder, Shard shard, VectorOrigin origin) {
    try {
      new FolderTree(folder).create();
      HeldLock lock =
          HeldLock.of(
              folder.resolve("." + stem(shard) + ".lock"),
              "%s: another akin is embedding shard %s".formatted(folder, shard));
      VectorParts parts = new VectorParts(folder, shard, origin, lock);
      try {
        parts.readTexts();
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
      return parts;
    } catch (IOException e) {
      throw VectorException.disk(folder, "cannot be written", e);
    }
  }

  private static String stem(Shard shard) {
    return "part-%d-of-%d".formatted(shard.number(), shard.count());
  }

  private void readTexts() throws IOException {
    for (Path file : new FolderTree(folder).entries()) {
      String name = file.getFileName().toString();
      if (name.endsWith(SUFFIX) && !name.startsWith(".")) {
        readTexts(file);
        if (name.startsWith(stem(shard) + "-")) {
          last = Math.max(last, number(name));
        }
      }
    }
  }

  private int number(String name) {
    String digits = name.substring(stem(shard).length() + 1, name.length() - SUFFIX.length());
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private void readTexts(Path file) {
    try (ParquetVectors vectors = ParquetVectors.openNames(file)) {
      VectorOrigin there = vectors.origin();
      if (there == null || !there.identity().equals(origin.identity())) {
        throw VectorException.of(
            AkinException.Kind.CONFIGURATION,
            file,
            "its vectors are of %s, not of %s; choose another folder".formatted(there, origin));
      }
      for (VectorRow row = vectors.next(); row != null; row = vectors.next()) {
        if (row.text() != null && shard.has(row.text())) {
          texts.add(TextHash.of(row.text()));
        }
      }
    }
  }

  /// The shard that it is filled by.
  public Shard shard() {
    return shard;
  }

  /// Whether the text was in a finished file when the folder was opened.
  ///
  /// @param text its key, of this shard
  public boolean holds(String text) {
    return texts.contains(TextHash.of(text));
  }

  /// Writes the next file, so that it survives a loss of power.
  ///
  /// @param rows with texts
  /// @throws VectorException if it cannot be written; nothing of it is kept
  public void write(List<VectorRow> rows) {
    Path file = folder.resolve("%s-%05d%s".formatted(stem(shard), last + 1, SUFFIX));
    Path part = folder.resolve("." + file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (VectorFile out = VectorFile.ofTexts(part, origin)) {
        for (VectorRow row : rows) {
          out.add(row);
        }
      }
      new FolderTree(part).sync();
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      new FolderTree(folder).syncNames();
      last++;
    } catch (IOException e) {
      throw VectorException.disk(file, "cannot be written; nothing of it was kept", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw VectorException.disk(folder, "cannot be closed", e);
    }
  }
}
