package dev.akin.read;

import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// A file or stream to read papers from.
public final class PaperSource {
  private final String name;
  private final Opening opening;
  private final OptionalLong sizeBytes;

  private PaperSource(String name, Opening opening, OptionalLong sizeBytes) {
    this.name = name;
    this.opening = opening;
    this.sizeBytes = sizeBytes;
  }

  /// A file, which is opened when it is read. Whether it exists is not checked before.
  public static PaperSource of(Path file) {
    return new PaperSource(file.toString(), () -> open(file), size(file));
  }

  /// A stream, which can be read once and is closed with its reader.
  ///
  /// @param name for messages
  public static PaperSource of(String name, InputStream stream) {
    return new PaperSource(name, new OnlyOnce(stream), OptionalLong.empty());
  }

  /// The sources that a command line names.
  ///
  /// @param inputs files; folders, which stand for all files in them at any depth, in the order of
  ///   their paths, without hidden files and folders (whose names start with a dot); `-`, which
  ///   stands for `standardInput`
  /// @throws ReadException if one of them does not exist, or a folder is empty or cannot be listed
  /// @throws IllegalArgumentException if `-` occurs twice
  public static List<PaperSource> expand(List<String> inputs, InputStream standardInput) {
    return new InputList(standardInput).expand(inputs);
  }

  /// The path as it was given, or the name of the stream.
  public String name() {
    return name;
  }

  /// The size of the file when this object was made, before unpacking; empty for a stream.
  public OptionalLong sizeBytes() {
    return sizeBytes;
  }

  @Override
  public String toString() {
    return name;
  }

  /// Opens it; the caller closes the stream.
  InputStream open() throws IOException {
    return opening.open();
  }

  private static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    return Files.newInputStream(file);
  }

  private static OptionalLong size(Path file) {
    try {
      return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    } catch (IOException _) {
      return OptionalLong.empty(); // opening the file reports the failure
    }
  }

  @FunctionalInterface
  private interface Opening {
    InputStream open() throws IOException;
  }

  private static final class OnlyOnce implements Opening {
    private final InputStream stream;
    private boolean opened;

    OnlyOnce(InputStream stream) {
      this.stream = stream;
    }

    @Override
    public InputStream open() {
      if (opened) {
        throw new IllegalStateException("a stream can be read only once");
      }
      opened = true;
      return stream;
    }
  }
}
