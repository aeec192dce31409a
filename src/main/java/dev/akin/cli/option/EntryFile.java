package dev.akin.cli.option;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Files that an option names, with one entry on each line; `#` starts a comment.
///
/// @hidden public for its own room only
public final class EntryFile {
  private EntryFile() {}

  /// The keys of a service, in the file of `--key-file`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static List<String> keys(Path file) {
    List<String> keys = of("--key-file", file);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("--key-file " + file + ": there is no key in this file");
    }
    return keys;
  }

  /// The entries of a file.
  ///
  /// @param option that names the file
  /// @throws IllegalArgumentException if there is no such file
  static List<String> of(String option, Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(option + " " + file + ": there is no such file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + AkinException.reason(e), e);
    }
  }
}
