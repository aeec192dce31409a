package dev.akin.cli;

import dev.akin.ask.TypedQuery;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.Group;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.OptionGroup;
import dev.akin.cli.option.QueryOptions;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.run.QueryRunner;
import dev.akin.recommend.understand.ReadAs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `akin search`
@Command(
    name = "search",
    header = "Find papers for a phrase, a name, a title or an id.",
    description = {
      "Finds papers for what people type into a search box: an id, a DOI, an arXiv id or an address"
          + " (that paper, then related ones), a title, the name of an author (that person's"
          + " papers), or a phrase, by its meaning and by its words. The answer says how it was"
          + " read; --read reads it in another way.",
      "Fields restrict the papers: author:vaswani, year:2017, year:2017-2019, category:cs.CL,"
          + " \"an exact phrase\", and -word or -\"a phrase\" for what papers must not contain."
          + " After --, words may begin with a dash."
    },
    footer = {
      "akin search vaswani 2017 --index akin-demo",
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

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to look for.")
  private List<String> words = List.of();

  @Group(OptionGroup.QUERY)
  @Option(
      names = "--read",
      paramLabel = "NAME",
      description =
          "Read the query as this: paper (an id), person (a name) or phrase (words, whatever is in"
              + " them). Default: as it fits.")
  private @Nullable ReadAs readAs;

  @Group(OptionGroup.OUTPUT)
  @Option(
      names = "--facets",
      description =
          "Count the categories, years and languages of the papers instead; without a query, of"
              + " all papers. With a phrase, of the 200 best.")
  private boolean facets;

  @Mixin private QueryOptions options;

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  private final Console console;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    QueryRunner runner = new QueryRunner(spec, console, index, model, options);
    if (words.isEmpty()) {
      if (!facets) {
        throw new ParameterException(
            spec.commandLine(), "nothing to look for: give a phrase, a name or an id");
      }
      runner.count(null, null);
      return;
    }
    TypedQuery typed = Usage.of(spec, this::typed);
    if (facets) {
      runner.count(typed, readAs);
    } else {
      runner.search(typed, readAs);
    }
  }

  private TypedQuery typed() {
    String text = String.join(" ", words);
    return readAs == ReadAs.PHRASE ? TypedQuery.phrase(text) : TypedQuery.read(text);
  }
}
