package dev.akin.cli;

import dev.akin.base.AkinException;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.help.TerminalHelp;
import dev.akin.cli.help.Versions;
import dev.akin.cli.option.EnvironmentDefaults;
import dev.akin.cli.option.LogFormat;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.Logging;
import dev.akin.cli.process.StopSignal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `akin`.
@Command(
    name = "akin",
    description = {
      "akin is a search engine for related papers that runs on your own computer. Give it a paper"
          + " or an abstract, and it lists the most similar papers in your collection.",
      "akin COMMAND --help explains a command."
    },
    footer = {
      "akin index papers.jsonl.gz --index my-index",
      "akin related 2024.acl-long.12 --index my-index"
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Versions.class,
    sortOptions = false,
    subcommands = {
      DemoCommand.class,
      IndexCommand.class,
      EmbedCommand.class,
      RelatedCommand.class,
      SearchCommand.class,
      DigestCommand.class,
      ServeCommand.class,
      McpCommand.class,
      HealthCommand.class,
      ReportCommand.class,
      JudgeCommand.class,
      EvaluateCommand.class,
      InfoCommand.class,
      DeleteCommand.class,
      VerifyCommand.class,
      SnapshotCommand.class,
      RestoreCommand.class,
      ExportCommand.class,
      ModelsCommand.class,
      BenchCommand.class,
      CompletionCommand.class
    })
public final class Akin implements Runnable {
  @Spec private CommandSpec spec;

  private Akin() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    StandardError.restore();
    // Numbers and messages are the same on every machine.
    Locale.setDefault(Locale.ROOT);
    Logging.start(LogFormat.TEXT);
    Console console = Console.system();
    StopSignal signal = StopSignal.ofProcess();
    int code = commandLine(console, signal).execute(arguments);
    console.err().flush();
    if (console.out().checkError() && code == ExitCode.DONE.code()) {
      code = unwritten(console);
    }
    System.exit(signal.ended(code));
  }

  /// Results that were not all written: a reader that had enough is fine, anything else is not.
  private static int unwritten(Console console) {
    try (FileOutputStream again = new FileOutputStream(FileDescriptor.out)) {
      again.write('\n');
      return ExitCode.DONE.code();
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("Broken pipe")) {
        return ExitCode.DONE.code();
      }
      console.err().println("akin: standard output cannot be written: " + AkinException.reason(e));
      return ExitCode.IO.code();
    }
  }

  static CommandLine commandLine(Console console, StopSignal signal) {
    CommandLine line = new CommandLine(new Akin(), new Commands(console, signal));
    line.setOut(console.out());
    line.setErr(console.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler((e, arguments) -> usage(console, e));
    line.setExecutionExceptionHandler((e, command, result) -> failed(console, e));
    TerminalHelp.use(line, console);
    return line;
  }

  private static int usage(Console console, ParameterException e) {
    console.err().println("akin: " + message(e));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, console.err());
    console
        .err()
        .println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
  }

  private static String message(ParameterException e) {
    return e instanceof CommandLine.UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
        ? "unknown command or argument: " + String.join(" ", unmatched.getUnmatched())
        : String.valueOf(e.getMessage());
  }

  private static int failed(Console console, Exception e) {
    ExitCode code = ExitCode.of(e);
    console.err().println("akin: " + words(e));
    if (code == ExitCode.BUG) {
      console.err().println("This is a bug in akin. Please report it with these lines:");
      e.printStackTrace(console.err());
    }
    return code.code();
  }

  /// An exception of the JDK about a file often has nothing but its name as a message, or its
  /// cause.
  private static String words(Exception e) {
    String message = e.getMessage();
    return message == null
            || e instanceof FileSystemException
            || message.equals(String.valueOf(e.getCause()))
        ? AkinException.reason(e)
        : message;
  }

  /// Without a command: the help.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
