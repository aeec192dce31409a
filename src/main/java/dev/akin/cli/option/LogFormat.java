package dev.akin.cli.option;

/// How the service logs.
///
/// @hidden public for its own room only
public enum LogFormat {
  /// A line for people.
  TEXT,
  /// An object of JSON a line.
  JSON,
  /// No line for a request; failures as text.
  OFF
}
