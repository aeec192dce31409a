package dev.akin.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Files on the class path, which come with akin or one of its libraries.
public final class Resources {
  private Resources() {}

  /// Opens a file; the caller closes it.
  ///
  /// @param owner a class in the file's package
  /// @param name the file's name in that package; with a slash in front, its path from the root
  /// @throws IllegalStateException if there is no such file
  public static InputStream open(Class<?> owner, String name) {
    InputStream stream = owner.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is not on the class path next to " + owner);
    }
    return stream;
  }

  /// The bytes of a file; see [#open].
  public static byte[] bytes(Class<?> owner, String name) {
    try (InputStream stream = open(owner, name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " on the class path: " + AkinException.reason(e), e);
    }
  }

  /// The text of a file in UTF-8; see [#open].
  public static String text(Class<?> owner, String name) {
    return new String(bytes(owner, name), StandardCharsets.UTF_8);
  }

  /// The lines of a file in UTF-8, without those that begin with `#`; see [#open].
  public static List<String> lines(Class<?> owner, String name) {
    return text(owner, name).lines().filter(line -> !line.startsWith("#")).toList();
  }
}
