package dev.akin.cli.option;

/// How the service logs.
public enum LogFormat {
  /// A line for people.
  TEXT,
  /// An object of JSON a line.
  JSON,
  /// No line for a request; failures as text.
  OFF
}
