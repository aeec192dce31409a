package dev.akin.cli.option;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Makes of what is wrong with arguments an error of usage, not a bug.
///
/// @hidden public for its own room only
public final class Usage {
  private Usage() {}

  /// Reads arguments, so that a wrong one is an error of usage and not a bug.
  ///
  /// @throws ParameterException if `arguments` throws an [IllegalArgumentException]
  public static <T> T of(CommandSpec command, Supplier<T> arguments) {
    try {
      return arguments.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
