package dev.akin.harvest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of asking a server once.
sealed interface OaiTry<T> {
  /// It answered.
  record Answered<T>(T answer) implements OaiTry<T> {}

  /// It wants to be left alone for some time.
  record Busy<T>(Duration time, String why) implements OaiTry<T> {}

  /// It failed in a way that may pass.
  record Failed<T>(String why, @Nullable Throwable cause) implements OaiTry<T> {}

  /// Nobody wants the answer any more.
  record Stopped<T>() implements OaiTry<T> {}
}
