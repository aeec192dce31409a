package dev.akin.cli;

/// How results are printed.
enum OutputFormat {
  TABLE,
  JSON
}
