package dev.akin.cli;

import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import java.io.PrintWriter;
import java.io.StringWriter;

/// One run of the command, in this process.
///
/// @param code exit code
/// @param out what was printed to standard output
/// @param err and to standard error
record CommandRun(int code, String out, String err) {
  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, false, 100);
    int code = Akin.commandLine(console, new StopSignal()).execute(arguments);
    console.out().flush();
    console.err().flush();
    return new CommandRun(code, out.toString(), err.toString());
  }
}
