package dev.akin.cli;

import dev.akin.cli.help.HelpPage;
import dev.akin.cli.help.HelpWriter;
import dev.akin.cli.help.Versions;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Help as a page of the manual, in the language of `man`: the same words as `--help`.
///
/// picocli's own generator writes AsciiDoc, which needs Asciidoctor, and does not know the groups,
/// the exit codes and the examples of [HelpPage].
final class ManPage implements HelpWriter {
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();
  private boolean detailed;

  private ManPage() {}

  /// Writes the pages of all commands, for the packages of akin.
  ///
  /// @param arguments a folder, and the date of the pages
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console console = new Console(nowhere, nowhere, false, false, 100);
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    CommandLine akin = Akin.commandLine(console, new StopSignal());
    write(akin.getCommandSpec(), folder, arguments[1]);
  }

  private static void write(CommandSpec command, Path folder, String date) throws IOException {
    Files.writeString(folder.resolve(name(command) + ".1"), text(command, date));
    for (CommandLine each : command.subcommands().values()) {
      write(each.getCommandSpec(), folder, date);
    }
  }

  /// The page of a command.
  ///
  /// @param date of the page, such as `2026-11-30`
  static String text(CommandSpec command, String date) {
    ManPage page = new ManPage();
    HelpPage.write(command, page);
    String name = name(command);
    List<String> lines = new ArrayList<>();
    lines.add(
        ".TH \"%s\" 1 \"%s\" \"akin %s\" \"akin\""
            .formatted(name.toUpperCase(Locale.ROOT), date, new Versions().akin()));
    lines.addAll(List.of(".SH NAME", escaped(name) + " \\- " + escaped(header(command))));
    lines.addAll(page.before);
    lines.addAll(page.after);
    if (command.parent() != null) {
      lines.addAll(List.of(".SH \"SEE ALSO\"", ".BR " + escaped(name(command.parent())) + " (1)"));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private static String header(CommandSpec command) {
    String[] header = command.usageMessage().header();
    return header.length == 0 ? "find related papers" : header[0].replaceFirst("\\.$", "");
  }

  @Override
  public void purpose(String text) {
    before.addAll(List.of(".SH DESCRIPTION", escaped(text)));
  }

  @Override
  public void usage(String words) {
    before.addAll(0, List.of(".SH SYNOPSIS", ".B " + escaped(words)));
  }

  @Override
  public void heading(String heading) {
    after.add(".SH \"" + heading.toUpperCase(Locale.ROOT) + "\"");
  }

  @Override
  public void example(String line) {
    after.addAll(List.of(".PP", ".nf", ".RS", escaped(line), ".RE", ".fi"));
  }

  @Override
  public void row(int width, String name, String text) {
    after.addAll(List.of(".TP " + width / 2, ".B " + escaped(name), escaped(text)));
  }

  @Override
  public void detail(String text) {
    after.add(detailed ? ".PP" : ".SH NOTES");
    after.add(escaped(text));
    detailed = true;
  }

  /// A line of text: no backslash, hyphen, or dot and apostrophe at its start means anything else.
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
