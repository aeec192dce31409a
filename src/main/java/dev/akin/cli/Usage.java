package dev.akin.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Makes of what is wrong with arguments an error of usage, not a bug.
final class Usage {
  private Usage() {}

  /// @throws ParameterException if `arguments` throws an [IllegalArgumentException]
  static <T> T of(CommandSpec command, Supplier<T> arguments) {
    try {
      return arguments.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
