package dev.akin.faults.job;

import java.time.Duration;
import java.util.stream.Stream;

/// How a command ended.
///
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Ended(int code, String out, String err, Duration took) {
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
    return "%d: %s".formatted(code, err.strip().lines().reduce("", (_, last) -> last));
  }
}
