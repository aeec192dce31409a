package dev.akin.cli;

import dev.akin.cli.option.OptionGroup;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.TerminalText;
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
/// examples, commands or arguments, options in groups, exit codes, details.
///
/// What a command says of itself stands in its annotation: the first paragraph of the description
/// is what it does, the other paragraphs are the details, and the footer is its examples. Lines are
/// as wide as the terminal and break at spaces only; examples are never broken.
final class HelpPage {
  private static final String SECTION = "page";
  private static final int NAMES_WIDTH = 24;
  private static final int CODE_WIDTH = 10;

  private final Console console;
  private final CommandSpec command;
  private final List<String> lines = new ArrayList<>();

  private HelpPage(Console console, CommandSpec command) {
    this.console = console;
    this.command = command;
  }

  /// Makes this the help of a command and of all commands below it.
  static void use(CommandLine line, Console console) {
    CommandLine.Model.UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.sectionKeys(List.of(SECTION));
    usage.sectionMap().put(SECTION, help -> new HelpPage(console, help.commandSpec()).text());
    line.getSubcommands().values().forEach(each -> use(each, console));
  }

  private String text() {
    List<String> description = List.of(command.usageMessage().description());
    paragraph(description.getFirst());
    lines.add("");
    usage();
    examples();
    commands();
    arguments();
    options();
    exitCodes();
    description.stream().skip(1).forEach(this::detail);
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private void usage() {
    List<String> words = new ArrayList<>(List.of(command.qualifiedName()));
    command.positionalParameters().forEach(argument -> words.add(synopsis(argument)));
    command.options().stream()
        .filter(option -> option.required() && !option.hidden())
        .forEach(option -> words.add(names(option)));
    words.add("[OPTIONS]");
    if (!command.subcommands().isEmpty()) {
      words.add(command.parent() == null ? "COMMAND" : "[COMMAND]");
    }
    lines.add(console.bold("Usage:") + " " + String.join(" ", words));
  }

  private static String synopsis(PositionalParamSpec argument) {
    String label = argument.paramLabel() + (argument.isMultiValue() ? "…" : "");
    return argument.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private void examples() {
    List<String> examples = List.of(command.usageMessage().footer());
    heading(examples.size() == 1 ? "Example" : "Examples");
    examples.forEach(example -> lines.add("  " + example));
  }

  private void commands() {
    Map<String, CommandLine> all = command.subcommands();
    if (command.parent() != null) {
      if (!all.isEmpty()) {
        heading("Commands");
        all.forEach(this::command);
      }
      return;
    }
    for (CommandGroup group : CommandGroup.ALL) {
      heading(group.heading());
      group.commands().forEach(name -> command(name, Objects.requireNonNull(all.get(name))));
    }
  }

  private void command(String name, CommandLine line) {
    row(12, name, line.getCommandSpec().usageMessage().header()[0]);
  }

  private void arguments() {
    List<PositionalParamSpec> arguments = command.positionalParameters();
    if (!arguments.isEmpty()) {
      heading("Arguments");
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
          heading(group.heading());
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
    row(NAMES_WIDTH, name, String.join(" ", argument.description()));
  }

  private void exitCodes() {
    heading("Exit codes");
    ExitCode.of(command)
        .forEach(code -> row(CODE_WIDTH, Integer.toString(code.code()), code.meaning()));
    row(CODE_WIDTH, "130, 143", ExitCode.SIGNALED);
  }

  private void detail(String text) {
    lines.add("");
    paragraph(text);
  }

  private void heading(String heading) {
    lines.add("");
    lines.add(console.bold(heading + ":"));
  }

  private void paragraph(String text) {
    lines.addAll(TerminalText.wrap(text.formatted(), console.width()));
  }

  /// A name and what it means, in two columns; a long name has a line of its own.
  private void row(int width, String name, String text) {
    String indent = " ".repeat(width + 4);
    List<String> wrapped = TerminalText.wrap(text, console.width() - indent.length());
    boolean fits = name.length() <= width;
    if (!fits) {
      lines.add("  " + name);
    }
    for (int i = 0; i < wrapped.size(); i++) {
      String start = i == 0 && fits ? "  " + name + " ".repeat(width - name.length() + 2) : indent;
      lines.add(start + wrapped.get(i));
    }
  }
}
