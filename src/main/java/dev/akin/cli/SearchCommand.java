package dev.akin.cli;

import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.QueryOptions;
import dev.akin.cli.output.Console;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `akin search`
@Command(
    name = "search",
    header = "Find papers for a phrase.",
    description = "Finds papers for a phrase, by its meaning and by its words.",
    footer = {
      "akin search \"zero knowledge proofs\" --index akin-demo",
      "akin search low-resource translation --from 2020 --category cs.CL"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.IO,
  ExitCode.CONFIGURATION
})
final class SearchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PHRASE", arity = "1..*", description = "The words to look for.")
  private List<String> words = List.of();

  @Mixin private QueryOptions options;

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  private final Console console;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    new QueryRunner(spec, console, index, model, options)
        .ask(() -> Query.of(new Example.ForPhrase(String.join(" ", words))));
  }
}
