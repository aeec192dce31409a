package dev.akin.cli;

import picocli.CommandLine;

/// Makes the commands, each with the console that it prints to.
///
/// @param console for all of them
record Commands(Console console) implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      return type.getDeclaredConstructor(Console.class).newInstance(console);
    } catch (NoSuchMethodException e) {
      return CommandLine.defaultFactory().create(type);
    }
  }
}
