package dev.akin.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A text file, line by line.
final class LineFile {
  private LineFile() {}

  /// Passes each line that is not blank to `each`, which throws an `IllegalArgumentException` to
  /// say what is wrong with the line.
  ///
  /// @throws EvaluateException if the file cannot be read, or a line is wrong
  static void forEach(Path file, Consumer<String> each) {
    long number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          each.accept(line);
        }
      }
    } catch (IOException e) {
      throw EvaluateException.unreadable(file, number, e);
    } catch (IllegalArgumentException e) {
      throw EvaluateException.malformed(file, number, e);
    }
  }

  /// The fields of a line, separated by white space.
  ///
  /// @param names what they are, for the message
  /// @throws IllegalArgumentException if there are more or fewer than names
  static String[] fields(String line, String... names) {
    String[] fields = line.strip().split("\\s+");
    if (fields.length != names.length) {
      throw new IllegalArgumentException(
          "%d fields, expected %d: %s"
              .formatted(fields.length, names.length, String.join(" ", names)));
    }
    return fields;
  }
}
