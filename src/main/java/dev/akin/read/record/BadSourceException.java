package dev.akin.read.record;

import dev.akin.base.AkinException;
import java.io.IOException;

/// A source of which the rest makes no sense, in words for its reader. It becomes a
/// [ReadException], which knows the source's name.
public final class BadSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  private final AkinException.Kind kind;
  private final boolean isCut;

  private BadSourceException(AkinException.Kind kind, boolean isCut, String what) {
    super(what);
    this.kind = kind;
    this.isCut = isCut;
  }

  /// What is in the source is not what it should be.
  public static BadSourceException malformed(String what) {
    return new BadSourceException(AkinException.Kind.MALFORMED, false, what);
  }

  /// The records so far are good, and nothing after them can be read.
  public static BadSourceException cut(String what) {
    return new BadSourceException(AkinException.Kind.MALFORMED, true, what);
  }

  /// A server gave something else than it should.
  public static BadSourceException server(String what) {
    return new BadSourceException(AkinException.Kind.UNAVAILABLE, false, what);
  }

  AkinException.Kind kind() {
    return kind;
  }

  boolean isCut() {
    return isCut;
  }
}
