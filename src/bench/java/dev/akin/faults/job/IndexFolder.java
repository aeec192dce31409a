package dev.akin.faults.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of an index, looked at without opening it.
record IndexFolder(Path path) {
  private static final String COMMIT = "segments_";

  /// Which of its commits is the newest, as Lucene counts; 0 if there is none. They come and go
  /// while this looks.
  long newestCommit() {
    try {
      Path build = build();
      try (Stream<Path> files = Files.list(build)) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.startsWith(COMMIT))
            .mapToLong(name -> Long.parseLong(name.substring(COMMIT.length()), 36))
            .max()
            .orElse(0);
      }
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The folder of the build that answers.
  Path build() throws IOException {
    return path.resolve("builds").resolve(Files.readString(path.resolve("CURRENT")).strip());
  }

  /// The files of the build that answers, without locks.
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(build())) {
      return files
          .filter(file -> !file.getFileName().toString().endsWith(".lock"))
          .sorted()
          .toList();
    }
  }

  /// What is there and should not be: builds that do not answer, and what was half made.
  List<String> leftovers() throws IOException {
    String build = String.valueOf(build().getFileName());
    try (Stream<Path> builds = Files.list(path.resolve("builds"));
        Stream<Path> top = Files.list(path)) {
      return Stream.concat(builds, top)
          .map(each -> each.getFileName().toString())
          .filter(name -> !List.of(build, "create.lock", "builds", "CURRENT").contains(name))
          .toList();
    }
  }

  /// All bytes of all files.
  long sizeBytes() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  void delete() throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
