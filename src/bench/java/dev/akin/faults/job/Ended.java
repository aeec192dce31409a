package dev.akin.faults.job;

import java.time.Duration;
import java.util.stream.Stream;

/// How a command ended.
///
/// @param code exit code; [#KILLED] if it was killed because its time was over
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
/// @param peakBytes the most of it that was in RAM
record Ended(int code, String out, String err, Duration took, long peakBytes) {
  static final int KILLED = -1;

  /// Whether it ended with a code and a line that says all of this, and without a trace of the
  /// program's own doings.
  boolean says(int expected, String... words) {
    return code == expected
        && err.lines().noneMatch(line -> line.startsWith("\tat "))
        && err.lines().anyMatch(line -> Stream.of(words).allMatch(line::contains));
  }

  /// The same, which must have ended well.
  Ended well() {
    if (code != 0) {
      throw new IllegalStateException("ended with " + code + ": " + err);
    }
    return this;
  }

  double seconds() {
    return took.toMillis() / 1e3;
  }

  /// In short, for a figure.
  @Override
  public String toString() {
    return "%d: %s".formatted(code, lastError());
  }

  /// The last line that it wrote to standard error.
  String lastError() {
    return err.strip().lines().reduce("", (_, last) -> last);
  }
}
