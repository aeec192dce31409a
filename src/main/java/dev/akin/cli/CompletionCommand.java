package dev.akin.cli;

import dev.akin.cli.output.Console;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `akin completion`
@Command(
    name = "completion",
    header = "Print a script that completes commands and options in a shell.",
    description = "Prints a script that completes akin's commands and options in a shell.",
    footer = {"source <(akin completion bash)", "source <(akin completion zsh)"})
final class CompletionCommand implements Runnable {
  /// The shells; zsh runs bash's script itself.
  enum Shell {
    BASH,
    ZSH
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh", description = "Your shell.")
  private Shell shell;

  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (shell == Shell.ZSH) {
      console.out().println("autoload -U +X bashcompinit && bashcompinit");
    }
    console.out().println(AutoComplete.bash("akin", spec.root().commandLine()));
  }
}
