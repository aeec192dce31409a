package dev.akin.read.format.csv;

import org.jspecify.annotations.Nullable;

/// Follows the quotation marks of a CSV record, to tell whether a field goes on at the end of a
/// line. In a field that does not begin with a quotation mark, it is a character like any other.
final class CsvQuotes {
  private enum State {
    START,
    PLAIN,
    QUOTED,
    CLOSED
  }

  private final char separator;
  private State state = State.START;

  CsvQuotes(char separator) {
    this.separator = separator;
  }

  /// Takes the next line of the record.
  ///
  /// @return false if something else than a separator follows a closing mark
  boolean take(String line) {
    for (int i = 0; i < line.length(); i++) {
      State next = next(line.charAt(i));
      if (next == null) {
        return false;
      }
      state = next;
    }
    return true;
  }

  /// Whether a quoted field is still open.
  boolean open() {
    return state == State.QUOTED;
  }

  private @Nullable State next(char c) {
    boolean mark = c == '"';
    return switch (state) {
      case START -> mark ? State.QUOTED : c == separator ? State.START : State.PLAIN;
      case PLAIN -> c == separator ? State.START : State.PLAIN;
      case QUOTED -> mark ? State.CLOSED : State.QUOTED;
      case CLOSED -> mark ? State.QUOTED : c == separator ? State.START : null;
    };
  }
}
