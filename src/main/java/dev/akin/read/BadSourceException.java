package dev.akin.read;

import java.io.IOException;

/// A source of which the rest makes no sense, in words for its reader. It becomes a
/// [ReadException], which knows the source's name.
final class BadSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ReadException.Kind kind;

  BadSourceException(ReadException.Kind kind, String what) {
    super(what);
    this.kind = kind;
  }

  ReadException.Kind kind() {
    return kind;
  }
}
