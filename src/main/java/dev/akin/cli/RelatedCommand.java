package dev.akin.cli;

import dev.akin.cli.option.Group;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.OptionGroup;
import dev.akin.cli.option.RelatedOptions;
import dev.akin.cli.option.Usage;
import dev.akin.cli.option.ZoteroOptions;
import dev.akin.cli.output.Console;
import dev.akin.recommend.LibraryQuery;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.Weighted;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `akin related`
@Command(
    name = "related",
    header = "Find papers that are similar to papers or to a text.",
    description = {
      "Finds papers that are similar to the given papers or texts. With --file or --zotero it finds"
          + " papers for each topic of your library of references.",
      "The entries of the library are found in the index by id, DOI, arXiv id and title; the others"
          + " are used by their text. Papers that the library has are left out. --limit is divided"
          + " among the topics by their size."
    },
    footer = {
      "akin related vaswani-2017-attention --index akin-demo",
      "akin related --file library.bib --from 2024 --format bibtex > new.bib"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.BAD_INPUT,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.IO,
  ExitCode.CONFIGURATION
})
final class RelatedCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description =
          "Ids of example papers in the index; arxiv:, doi:, acl:, hdl: and oai: names work as"
              + " well.")
  private List<String> ids = List.of();

  @Group(OptionGroup.QUERY)
  @Option(
      names = "--not",
      paramLabel = "ID",
      description =
          "Less like this paper; repeatable. It works by meaning: with --mode lexical it only"
              + " removes the paper from the results.")
  private List<String> not = List.of();

  @Group(OptionGroup.QUERY)
  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Like this text, such as an abstract; repeatable.")
  private List<String> texts = List.of();

  @Group(OptionGroup.QUERY)
  @Option(
      names = "--file",
      paramLabel = "LIBRARY",
      description =
          "Papers for each topic of this library: BibTeX, RIS, CSL-JSON or any other format of akin"
              + " index; a file, a folder or -; repeatable.")
  private List<String> files = List.of();

  @Mixin private ZoteroOptions zotero;

  @Mixin private RelatedOptions options;

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  private final Console console;

  RelatedCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    QueryRunner asking = new QueryRunner(spec, console, index, model, options);
    if (files.isEmpty() && !zotero.areGiven()) {
      asking.ask(() -> new Query(positives(), negatives()));
    } else {
      Usage.of(spec, options::withoutAspect);
      LibraryFiles library =
          Usage.of(spec, () -> LibraryFiles.read(files, System.in, console).with(zotero, console));
      asking.ask(library, () -> new LibraryQuery(library.entries(), positives(), negatives()));
    }
  }

  private List<Weighted> positives() {
    Stream<Example> papers = ids.stream().map(Example.LikePaper::new);
    Stream<Example> like = texts.stream().map(Example.LikeText::new);
    return Stream.concat(papers, like).map(Weighted::of).toList();
  }

  private List<Weighted> negatives() {
    return not.stream().map(Example.LikePaper::new).map(Weighted::of).toList();
  }
}
