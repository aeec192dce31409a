package dev.akin.cli;

import dev.akin.embed.EmbedException;
import dev.akin.evaluate.EvaluateException;
import dev.akin.index.IndexException;
import dev.akin.read.ReadException;
import dev.akin.recommend.NoDirectionException;
import dev.akin.recommend.UnknownPaperException;
import dev.akin.report.ReportException;
import dev.akin.serve.PortInUseException;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/// How the command ends.
enum ExitCode {
  DONE(0, "done"),
  WRONG(1, "looked and found wrong (verify)"),
  USAGE(64, "usage: an option or argument is wrong"),
  BAD_INPUT(65, "too much of the input was bad (see --max-errors)"),
  NO_INPUT(66, "no such input, paper, model or index"),
  UNAVAILABLE(
      69,
      "not available now: index in use, port in use, no CUDA device, --prune not safe, something is"
          + " there already"),
  BUG(70, "a bug"),
  IO(74, "a disk is full or fails, or an index is damaged"),
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
      case UnknownPaperException e -> NO_INPUT;
      case NoDirectionException e -> NO_INPUT;
      case UncheckedIOException e -> IO;
      case PortInUseException e -> UNAVAILABLE;
      case EmbedException e -> of(e);
      case IndexException e -> of(e);
      case ReadException e -> of(e);
      case EvaluateException e -> of(e);
      case ReportException e -> of(e);
      default -> BUG;
    };
  }

  private static ExitCode of(EmbedException e) {
    return switch (e.kind()) {
      case MISSING -> NO_INPUT;
      case DAMAGED -> CONFIGURATION;
      case NO_DEVICE, BUSY, LATE -> UNAVAILABLE;
      case FAILED -> BUG;
    };
  }

  private static ExitCode of(IndexException e) {
    return switch (e.kind()) {
      case MISSING -> NO_INPUT;
      case IN_USE, OCCUPIED -> UNAVAILABLE;
      case OTHER_MODEL -> CONFIGURATION;
      case IO -> IO;
    };
  }

  static ExitCode of(ReadException e) {
    return switch (e.kind()) {
      case MISSING -> NO_INPUT;
      case UNKNOWN_FORMAT, DAMAGED -> BAD_INPUT;
      case IO -> IO;
      case SERVER, TOKEN -> UNAVAILABLE;
    };
  }

  private static ExitCode of(EvaluateException e) {
    return switch (e.kind()) {
      case MISSING -> NO_INPUT;
      case MALFORMED -> BAD_INPUT;
      case IO -> IO;
    };
  }

  private static ExitCode of(ReportException e) {
    return switch (e.kind()) {
      case MISSING -> NO_INPUT;
      case DAMAGED -> BAD_INPUT;
      case OCCUPIED -> UNAVAILABLE;
      case IO -> IO;
    };
  }
}
