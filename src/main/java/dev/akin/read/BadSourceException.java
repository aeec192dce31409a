package dev.akin.read;

import java.io.IOException;

/// A source of which the rest makes no sense, in words for its reader. It becomes a
/// [ReadException], which knows the source's name.
final class BadSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ReadException.Kind kind;
  private final boolean isCut;

  private BadSourceException(ReadException.Kind kind, boolean isCut, String what) {
    super(what);
    this.kind = kind;
    this.isCut = isCut;
  }

  /// What is in the source is not what it should be.
  static BadSourceException malformed(String what) {
    return new BadSourceException(ReadException.Kind.MALFORMED, false, what);
  }

  /// The records so far are good, and nothing after them can be read.
  static BadSourceException cut(String what) {
    return new BadSourceException(ReadException.Kind.MALFORMED, true, what);
  }

  /// A server gave something else than it should.
  static BadSourceException server(String what) {
    return new BadSourceException(ReadException.Kind.UNAVAILABLE, false, what);
  }

  ReadException.Kind kind() {
    return kind;
  }

  boolean isCut() {
    return isCut;
  }
}
