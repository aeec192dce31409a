package dev.akin.faults.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a service has open of an index.
///
/// @param mapped files of the index
/// @param deleted files that are mapped, but are no longer in a directory
/// @param descriptors of any kind
record OpenFiles(long mapped, long deleted, long descriptors) {
  /// A connection or two come and go.
  private static final int SLACK = 4;

  static OpenFiles of(ServeProcess service, Path index) throws IOException {
    Path process = Path.of("/proc", Long.toString(service.pid()));
    String real = index.toRealPath().toString();
    try (Stream<String> maps = Files.lines(process.resolve("maps"));
        Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
      String[] ofIndex =
          maps.filter(line -> line.contains(real))
              .map(line -> line.substring(line.indexOf(real)))
              .distinct()
              .toArray(String[]::new);
      long deleted = Stream.of(ofIndex).filter(line -> line.endsWith("(deleted)")).count();
      return new OpenFiles(ofIndex.length, deleted, descriptors.count());
    }
  }

  boolean isNoMoreThan(OpenFiles base) {
    return mapped <= base.mapped
        && deleted <= base.deleted
        && descriptors <= base.descriptors + SLACK;
  }

  @Override
  public String toString() {
    return "%d files mapped (%d deleted), %d descriptors".formatted(mapped, deleted, descriptors);
  }
}
