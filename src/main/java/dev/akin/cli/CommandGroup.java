package dev.akin.cli;

import java.util.List;

/// The commands in the help of `akin`, grouped by what one wants.
enum CommandGroup {
  TRY("Try it", "demo"),
  FIND("Find papers", "index", "related", "search"),
  PUBLISH("Publish", "serve", "report"),
  CARE("Look after an index", "info", "verify", "snapshot", "restore", "export", "delete"),
  MEASURE("Models, quality and speed", "models", "evaluate", "bench"),
  SHELL("Shell", "completion");

  private final String heading;
  private final List<String> commands;

  CommandGroup(String heading, String... commands) {
    this.heading = heading;
    this.commands = List.of(commands);
  }

  String heading() {
    return heading;
  }

  List<String> commands() {
    return commands;
  }
}
