package dev.akin.read;

/// Where the record of a paper is.
///
/// @param file name of the source
/// @param line in which the record begins, from 1; 0 if it comes from no text
/// @param byteOffset of the record's first byte in the source, after unpacking; if the source is
///   not in UTF-8, of what it is in UTF-8
public record PaperOrigin(String file, long line, long byteOffset) {
  /// A problem that a caller found with the paper.
  public Problem problem(String what) {
    return new Problem(file, line, byteOffset, what);
  }
}
