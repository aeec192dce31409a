package dev.akin.read;

import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// Where papers come from: a file or a stream.
public final class PaperSource {
  private final String name;
  private final Opening opening;
  private final OptionalLong sizeBytes;

  private PaperSource(String name, Opening opening, OptionalLong sizeBytes) {
    this.name = name;
    this.opening = opening;
    this.sizeBytes = sizeBytes;
  }

  /// A file, opened when it is read. That it is there is not checked before.
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
  /// @param inputs files; folders, for all files below them in the order of their paths, but not
  ///   those whose name or folder's name starts with a dot; `-` for `standardInput`
  /// @throws ReadException if one is not there, a folder has no files or cannot be listed
  /// @throws IllegalArgumentException if `-` occurs twice
  public static List<PaperSource> expand(List<String> inputs, InputStream standardInput) {
    return new InputList(standardInput).expand(inputs);
  }

  /// The path as it was given, or the name of the stream.
  public String name() {
    return name;
  }

  /// How long it was when this was made, packed if it is a gzip; empty if that is not known.
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
      return OptionalLong.empty(); // opening it will say why
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
