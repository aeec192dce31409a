package dev.akin.read;

import dev.akin.base.Printable;

/// One record that was refused, and why.
///
/// @param file name of the source
/// @param line where the record begins, from 1
/// @param byteOffset of the record's first byte in the source, unpacked if it is a gzip
/// @param what the reason, one printable line: whatever else the input put into it is shown as
///   `\\u001B`, and a long one is cut
public record Problem(String file, long line, long byteOffset, String what) {
  public Problem {
    what = Printable.of(what);
  }

  /// `file:line: what`
  @Override
  public String toString() {
    return file + ":" + line + ": " + what;
  }
}
