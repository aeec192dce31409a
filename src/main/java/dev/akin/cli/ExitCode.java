package dev.akin.cli;

import dev.akin.base.AkinException;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/// How the command ends.
enum ExitCode {
  DONE(0, "done"),
  WRONG(1, "checked, and something is wrong (verify)"),
  USAGE(64, "an option or argument is wrong"),
  BAD_INPUT(65, "too much of the input is bad"),
  NO_INPUT(66, "there is no such input, paper, model or index"),
  UNAVAILABLE(69, "it cannot be had here: no CUDA device, no such server, port in use"),
  BUG(70, "a bug in akin"),
  EXISTS(73, "it exists already"),
  IO(74, "a disk is full or fails, or an index is damaged"),
  TRY_LATER(75, "in use by another process: try again later"),
  CONFIGURATION(78, "a model is damaged, or model and index do not fit");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }

  static ExitCode of(Throwable failure) {
    return switch (failure) {
      case CommandLine.ParameterException e -> USAGE;
      case UncheckedIOException e -> IO;
      case AkinException e -> of(e.kind());
      default -> BUG;
    };
  }

  private static ExitCode of(AkinException.Kind kind) {
    return switch (kind) {
      case MISSING -> NO_INPUT;
      case MALFORMED -> BAD_INPUT;
      case EXISTS -> EXISTS;
      case IN_USE, BUSY, LATE -> TRY_LATER;
      case UNAVAILABLE -> UNAVAILABLE;
      case CONFIGURATION -> CONFIGURATION;
      case IO -> IO;
      case FAILED -> BUG;
    };
  }
}
