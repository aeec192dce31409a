package dev.akin.cli.output;

import dev.akin.base.AkinException;
import dev.akin.read.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.node.JsonNodeFactory;

/// A file that names each record that was skipped or replaced another one, on a line of JSON:
/// `file`, `line`, `byteOffset`, `reason`. Each line is written at once, so that a kill loses none.
///
/// @hidden public for its own room only
public final class RefusedFile implements AutoCloseable {
  private final Path path;
  private final Writer writer;

  private RefusedFile(Path path, StandardOpenOption how) {
    this.path = path;
    try {
      this.writer = Files.newBufferedWriter(path, StandardOpenOption.CREATE, how);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// An empty file, for a run that reads its input from the beginning.
  public static RefusedFile of(Path path) {
    return new RefusedFile(path, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /// A file that keeps its lines, for a harvest that continues after an earlier run.
  public static RefusedFile goingOn(Path path) {
    return new RefusedFile(path, StandardOpenOption.APPEND);
  }

  void write(Problem problem) {
    try {
      writer.write(json(problem) + "\n");
      writer.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static String json(Problem problem) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", problem.file())
        .put("line", problem.line())
        .put("byteOffset", problem.byteOffset())
        .put("reason", problem.what())
        .toString();
  }

  private UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(path + ": cannot be written: " + AkinException.reason(e), e);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
