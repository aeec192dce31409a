package dev.akin.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/// What a fault works with.
///
/// @param home of akin
/// @param folder of its own, empty
/// @param sample an index of akin's sample papers; it must not be changed
/// @param full whether it may take its time
/// @param random of the printed seed
public record Setting(Path home, Path folder, Path sample, boolean full, Random random) {
  /// A copy of the sample papers' index.
  public Path copyOfSample(String name) {
    return copy(sample, folder.resolve(name));
  }

  /// A copy of a folder.
  public static Path copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How often something is done.
  ///
  /// @param some in the usual run
  /// @param many in the full one
  public int times(int some, int many) {
    return full ? many : some;
  }
}
