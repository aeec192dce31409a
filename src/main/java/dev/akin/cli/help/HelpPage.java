package dev.akin.cli.help;

import dev.akin.cli.option.OptionGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The help of a command, in the order in which people need it: what it does, how it is called,
/// examples, commands or arguments, options in groups, exit codes, details. A [HelpWriter] decides
/// how that looks.
///
/// What a command says of itself stands in its annotation: the first paragraph of the description
/// is what it does, the other paragraphs are the details, and the footer is its examples.
///
/// @hidden public for its own room only
public final class HelpPage {
  private static final int COMMAND_WIDTH = 12;
  private static final int NAMES_WIDTH = 24;
  private static final int CODE_WIDTH = 10;

  private final HelpWriter out;
  private final CommandSpec command;

  private HelpPage(HelpWriter out, CommandSpec command) {
    this.out = out;
    this.command = command;
  }

  /// Writes the help of a command.
  public static void write(CommandSpec command, HelpWriter out) {
    new HelpPage(out, command).write();
  }

  private void write() {
    List<String> description = List.of(command.usageMessage().description());
    out.purpose(description.getFirst().formatted());
    out.usage(usage());
    examples();
    commands();
    arguments();
    options();
    exitCodes();
    description.stream().skip(1).forEach(detail -> out.detail(detail.formatted()));
  }

  private String usage() {
    List<String> words = new ArrayList<>(List.of(command.qualifiedName()));
    command.positionalParameters().forEach(argument -> words.add(synopsis(argument)));
    command.options().stream()
        .filter(option -> option.required() && !option.hidden())
        .forEach(option -> words.add(names(option)));
    words.add("[OPTIONS]");
    if (!command.subcommands().isEmpty()) {
      words.add(command.parent() == null ? "COMMAND" : "[COMMAND]");
    }
    return String.join(" ", words);
  }

  private static String synopsis(PositionalParamSpec argument) {
    String label = argument.paramLabel() + (argument.isMultiValue() ? "…" : "");
    return argument.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private void examples() {
    List<String> examples = List.of(command.usageMessage().footer());
    out.heading(examples.size() == 1 ? "Example" : "Examples");
    examples.forEach(out::example);
  }

  private void commands() {
    Map<String, CommandLine> all = command.subcommands();
    if (command.parent() != null) {
      if (!all.isEmpty()) {
        out.heading("Commands");
        all.forEach(this::command);
      }
      return;
    }
    for (CommandGroup group : CommandGroup.ALL) {
      out.heading(group.heading());
      group.commands().forEach(name -> command(name, Objects.requireNonNull(all.get(name))));
    }
  }

  private void command(String name, CommandLine line) {
    out.row(COMMAND_WIDTH, name, line.getCommandSpec().usageMessage().header()[0]);
  }

  private void arguments() {
    List<PositionalParamSpec> arguments = command.positionalParameters();
    if (!arguments.isEmpty()) {
      out.heading("Arguments");
      arguments.forEach(argument -> row(argument, synopsis(argument)));
    }
  }

  private void options() {
    Map<OptionGroup, List<OptionSpec>> groups =
        command.options().stream()
            .filter(option -> !option.hidden())
            .collect(
                Collectors.groupingBy(
                    OptionGroup::of, () -> new EnumMap<>(OptionGroup.class), Collectors.toList()));
    groups.forEach(
        (group, options) -> {
          out.heading(group.heading());
          options.forEach(option -> row(option, names(option)));
        });
  }

  private static String names(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .sorted(Comparator.comparingInt(String::length))
            .collect(Collectors.joining(", "));
    return option.arity().max() == 0
        ? names
        : names + " " + option.paramLabel() + (option.arity().max() > 1 ? "…" : "");
  }

  private void row(ArgSpec argument, String name) {
    out.row(NAMES_WIDTH, name, String.join(" ", argument.description()));
  }

  private void exitCodes() {
    out.heading("Exit codes");
    ExitCode.of(command)
        .forEach(code -> out.row(CODE_WIDTH, Integer.toString(code.code()), code.meaning()));
    out.row(CODE_WIDTH, "130, 143", ExitCode.SIGNALED);
  }
}
