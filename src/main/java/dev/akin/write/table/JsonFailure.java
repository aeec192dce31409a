package dev.akin.write.table;

import java.io.IOException;
import tools.jackson.core.exc.JacksonIOException;

/// Failures of a disk while JSON is written.
///
/// @hidden public for its own room only
public final class JsonFailure {
  private JsonFailure() {}

  /// The failure of the disk itself; what Jackson makes of it is taken for a bug.
  public static IOException ofDisk(JacksonIOException failure) {
    return failure.getCause() instanceof IOException disk ? disk : new IOException(failure);
  }
}
