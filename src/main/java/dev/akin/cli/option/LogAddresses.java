package dev.akin.cli.option;

/// What the log says of readers.
enum LogAddresses {
  /// The beginning of an address, and paths without ids.
  SHORT,
  /// All of both.
  FULL
}
