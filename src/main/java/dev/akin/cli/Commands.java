package dev.akin.cli;

import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import picocli.CommandLine;

/// Makes the commands, each with the console that it prints to, and the signal if it has to hear
/// it.
///
/// @param console for all of them
/// @param signal for those that run long
record Commands(Console console, StopSignal signal) implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (Arrays.equals(parameters, new Class<?>[] {Console.class})) {
        return type.cast(constructor.newInstance(console));
      }
      if (Arrays.equals(parameters, new Class<?>[] {Console.class, StopSignal.class})) {
        return type.cast(constructor.newInstance(console, signal));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
