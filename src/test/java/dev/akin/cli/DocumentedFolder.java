package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// What a reader of the documentation has: the command `akin`, the models, the index of the demo,
/// papers of their own in `papers.jsonl.gz` and in the index `my-index`, and some other files. Each
/// page gets a copy.
///
/// @param original what is copied
/// @param copies of each page that was asked for
record DocumentedFolder(Path original, Map<Path, Path> copies) {
  static DocumentedFolder make(Path parent) throws IOException {
    Path original = Files.createDirectory(parent.resolve("original"));
    String samples = Resources.text(DemoCommand.class, DemoCommand.SAMPLE);
    String own = Resources.text(DocumentedFolder.class, "documented.jsonl");
    Files.write(original.resolve("papers.jsonl.gz"), gzip(samples + own));
    Path ownFile = Files.writeString(original.resolve("own.jsonl"), own);
    Files.writeString(
        original.resolve("library.bib"), Resources.text(DocumentedFolder.class, "documented.bib"));
    Files.writeString(
        original.resolve("export.csv"), "title,year\nA title in a spreadsheet,2021\n");
    Files.createDirectory(original.resolve("backup"));
    writeCommand(original.resolve("akin"));
    Path demo = original.resolve("akin-demo");
    done(CommandRun.of("demo", "--no-serve", "--index", demo.toString()));
    Path mine = original.resolve("my-index");
    copy(demo, mine);
    done(CommandRun.of("index", ownFile.toString(), "--index", mine.toString()));
    return new DocumentedFolder(original, new HashMap<>());
  }

  private static void done(CommandRun run) {
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /// A stand-in for the launcher: it runs the classes that are tested, which are in no jar yet.
  private static void writeCommand(Path file) throws IOException {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dakin.home=" + Path.of("").toAbsolutePath(),
            "-cp",
            System.getProperty("java.class.path"),
            Akin.class.getName());
    Files.writeString(file, "#!/bin/sh\nexec '" + String.join("' '", java) + "' \"$@\"\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /// The index of the demo, not to be changed.
  Path demo() {
    return original.resolve("akin-demo");
  }

  /// The folder of a page: the same for all of its examples, in their order.
  Path of(Path page) throws IOException {
    Path copy = copies.get(page);
    if (copy == null) {
      copy = original.resolveSibling(String.valueOf(page.getFileName()));
      copy(original, copy);
      Files.createSymbolicLink(copy.resolve("models"), Path.of("models").toAbsolutePath());
      copies.put(page, copy);
    }
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
