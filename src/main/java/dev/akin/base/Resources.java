package dev.akin.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Files that come with akin or its libraries, on the class path.
public final class Resources {
  private Resources() {}

  /// A file, open for reading; the caller closes it.
  ///
  /// @param beside the class whose package has the file
  /// @param name its name in that package, or a path from the root if it begins with a slash
  /// @throws IllegalStateException if it is not there
  public static InputStream open(Class<?> beside, String name) {
    InputStream stream = beside.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is not on the class path beside " + beside);
    }
    return stream;
  }

  /// The bytes of a file; as [#open].
  public static byte[] bytes(Class<?> beside, String name) {
    try (InputStream stream = open(beside, name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " on the class path: " + e.getMessage(), e);
    }
  }

  /// The text of a file in UTF-8; as [#open].
  public static String text(Class<?> beside, String name) {
    return new String(bytes(beside, name), StandardCharsets.UTF_8);
  }

  /// The lines of a file in UTF-8, those that begin with `#` left out; as [#open].
  public static List<String> lines(Class<?> beside, String name) {
    return text(beside, name).lines().filter(line -> !line.startsWith("#")).toList();
  }
}
