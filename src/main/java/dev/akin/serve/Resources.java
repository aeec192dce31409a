package dev.akin.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// Files that come with akin.
final class Resources {
  private Resources() {}

  /// The bytes of a file on the class path.
  ///
  /// @param name from this package, or from the root if it begins with a slash
  static byte[] read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name + " is in the jar", e);
    }
  }
}
