package dev.akin.cli.option;

/// How results are printed.
///
/// @hidden public for its own room only
public enum OutputFormat {
  TABLE,
  JSON
}
