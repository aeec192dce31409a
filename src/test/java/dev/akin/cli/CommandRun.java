package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.help.ExitCode;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// One run of the command, in this process. Its exit code must be one that its help lists.
///
/// @param code exit code
/// @param out what was printed to standard output
/// @param err and to standard error
record CommandRun(int code, String out, String err) {
  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, false, 100);
    CommandLine line = Akin.commandLine(console, new StopSignal());
    int code = line.execute(arguments);
    console.out().flush();
    console.err().flush();
    CommandSpec command = command(line.getCommandSpec(), arguments);
    assertThat(ExitCode.of(command))
        .as("exit codes in the help of %s; %s", command.qualifiedName(), err)
        .extracting(ExitCode::code)
        .contains(code);
    return new CommandRun(code, out.toString(), err.toString());
  }

  private static CommandSpec command(CommandSpec spec, String... arguments) {
    CommandSpec command = spec;
    for (String argument : arguments) {
      CommandLine next = command.subcommands().get(argument);
      if (next == null) {
        return command;
      }
      command = next.getCommandSpec();
    }
    return command;
  }
}
