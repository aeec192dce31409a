package dev.akin.cli.help;

import dev.akin.base.AkinException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// How the command ends.
///
/// @hidden public for its own room only
public enum ExitCode {
  DONE(0, "done"),
  WRONG(1, "akin verify found something wrong"),
  /// The JVM ends with it; the launcher makes it say why.
  OUT_OF_MEMORY(3, "Java has run out of memory: add --heap 4g, or set AKIN_HEAP"),
  USAGE(64, "an option or an argument is wrong"),
  BAD_INPUT(65, "the input is damaged, or too many of its records are bad"),
  NO_INPUT(66, "there is no such input, paper, model or index"),
  UNAVAILABLE(69, "not available here: no CUDA device, no such server, or the port is in use"),
  BUG(70, "a bug in akin"),
  EXISTS(73, "it exists already, and would be overwritten"),
  IO(74, "a disk is full or fails, or an index is damaged"),
  TRY_LATER(75, "in use by another process, which the message names: try again later"),
  CONFIGURATION(78, "a model is damaged, or the model and the index do not fit together");

  /// What the codes mean that stand for a signal: 128 and its number.
  static final String SIGNALED = "stopped by a signal";

  private static final Set<ExitCode> OF_ALL = Set.of(DONE, USAGE, BUG);

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }

  /// The codes that a command can end with, by number.
  public static Set<ExitCode> of(CommandSpec command) {
    Set<ExitCode> codes = EnumSet.copyOf(OF_ALL);
    if (command.userObject() instanceof AnnotatedElement method) {
      add(codes, method);
    } else {
      add(codes, command.userObject().getClass());
    }
    return codes;
  }

  private static void add(Set<ExitCode> codes, AnnotatedElement command) {
    EndsWith more = command.getAnnotation(EndsWith.class);
    if (more != null) {
      codes.addAll(List.of(more.value()));
    }
  }

  public static ExitCode of(Throwable failure) {
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
