package dev.akin.cli.help;

import dev.akin.cli.output.Console;
import dev.akin.cli.output.TerminalText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Help in a terminal: `--help`. Lines are as wide as the terminal and break at spaces only;
/// examples are never broken.
///
/// @hidden public for its own room only
public final class TerminalHelp implements HelpWriter {
  private static final String SECTION = "page";

  private final Console console;
  private final List<String> lines = new ArrayList<>();

  private TerminalHelp(Console console) {
    this.console = console;
  }

  /// Makes this the help of a command and of all commands below it.
  public static void use(CommandLine line, Console console) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.sectionKeys(List.of(SECTION));
    usage.sectionMap().put(SECTION, help -> text(help.commandSpec(), console));
    line.getSubcommands().values().forEach(each -> use(each, console));
  }

  private static String text(CommandSpec command, Console console) {
    TerminalHelp help = new TerminalHelp(console);
    HelpPage.write(command, help);
    return String.join(System.lineSeparator(), help.lines) + System.lineSeparator();
  }

  @Override
  public void purpose(String text) {
    paragraph(text);
    lines.add("");
  }

  @Override
  public void usage(String words) {
    lines.add(console.bold("Usage:") + " " + words);
  }

  @Override
  public void heading(String heading) {
    lines.add("");
    lines.add(console.bold(heading + ":"));
  }

  @Override
  public void example(String line) {
    lines.add("  " + line);
  }

  /// Two columns; a long name has a line of its own.
  @Override
  public void row(int width, String name, String text) {
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

  @Override
  public void detail(String text) {
    lines.add("");
    paragraph(text);
  }

  private void paragraph(String text) {
    lines.addAll(TerminalText.wrap(text, console.width()));
  }
}
