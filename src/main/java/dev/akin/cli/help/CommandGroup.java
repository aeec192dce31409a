package dev.akin.cli.help;

import java.util.List;

/// Commands that one looks for together, in the help of `akin`.
///
/// @param heading what they are for
/// @param commands their names
/// @hidden public for its own room only
public record CommandGroup(String heading, List<String> commands) {
  public static final List<CommandGroup> ALL =
      List.of(
          of("Try it", "demo"),
          of("Find papers", "index", "embed", "related", "search", "digest"),
          of("Publish", "serve", "mcp", "health", "report"),
          of("Look after an index", "info", "verify", "snapshot", "restore", "export", "delete"),
          of("Models, quality and speed", "models", "judge", "evaluate", "bench"),
          of("Shell", "completion"));

  private static CommandGroup of(String heading, String... commands) {
    return new CommandGroup(heading, List.of(commands));
  }
}
