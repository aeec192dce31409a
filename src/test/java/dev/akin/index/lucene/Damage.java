package dev.akin.index.lucene;

import dev.akin.index.lucene.commit.IndexHome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// Damages the files of an index.
public final class Damage {
  private Damage() {}

  /// The directory of the current build.
  public static Path build(Path directory) {
    IndexHome home = new IndexHome(directory);
    return home.path(home.requireBuild());
  }

  /// The files of the current build, without locks.
  public static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(build(directory))) {
      return files
          .filter(file -> !file.getFileName().toString().endsWith(".lock"))
          .sorted()
          .toList();
    }
  }

  /// Cuts off the end of a file.
  ///
  /// @param size bytes that are left
  public static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  /// Flips a bit; a second call flips it back.
  public static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= (byte) (1 << (at % 8));
    Files.write(file, bytes);
  }
}
