package dev.akin.cli;

/// How the service logs.
enum LogFormat {
  /// A line for people.
  TEXT,
  /// An object of JSON a line.
  JSON,
  /// No line for a request; failures as text.
  OFF
}
