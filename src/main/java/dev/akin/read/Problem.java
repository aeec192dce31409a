package dev.akin.read;

import dev.akin.base.Printable;

/// A record that was skipped, and why.
///
/// @param file name of the source
/// @param line in which the record begins, from 1
/// @param byteOffset of the record's first byte in the source, after unpacking; if the source is
///   not in UTF-8, of what it is in UTF-8
/// @param what the reason; a long one is cut, and made printable by [Printable]
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
