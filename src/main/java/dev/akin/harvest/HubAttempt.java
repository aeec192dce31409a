package dev.akin.harvest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The outcome of one request for a file of a hub.
sealed interface HubAttempt {
  /// All of the file is there.
  ///
  /// @param version of the file, as the hub names it
  record Received(String version) implements HubAttempt {}

  /// The hub has no such file.
  record Absent() implements HubAttempt {}

  /// The part that is there is of no use.
  record Again() implements HubAttempt {}

  /// The hub is busy and asks to be left alone for some time.
  record Busy(Duration time, String why) implements HubAttempt {}

  /// The request failed, but may succeed later.
  record Failed(String why, @Nullable Throwable cause) implements HubAttempt {}
}
