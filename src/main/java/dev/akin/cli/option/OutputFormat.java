package dev.akin.cli.option;

/// How results are printed.
public enum OutputFormat {
  TABLE,
  JSON
}
