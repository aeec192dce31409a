package dev.akin.read.record;

import dev.akin.base.AkinException;
import java.io.IOException;

/// A source that cannot be read on, with the reason in words for the user. It becomes a
/// [ReadException], which adds the name of the source.
public final class BadSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  private final AkinException.Kind kind;
  private final boolean isCut;

  private BadSourceException(AkinException.Kind kind, boolean isCut, String what) {
    super(what);
    this.kind = kind;
    this.isCut = isCut;
  }

  /// The source does not have the form that it should have.
  public static BadSourceException malformed(String what) {
    return new BadSourceException(AkinException.Kind.MALFORMED, false, what);
  }

  /// The records so far are good, but nothing after them can be read.
  public static BadSourceException cut(String what) {
    return new BadSourceException(AkinException.Kind.MALFORMED, true, what);
  }

  /// A server sent something else than it should.
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
