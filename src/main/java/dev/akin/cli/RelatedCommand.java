package dev.akin.cli;

import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.Group;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.OptionGroup;
import dev.akin.cli.option.RelatedOptions;
import dev.akin.cli.option.Usage;
import dev.akin.cli.option.ZoteroOptions;
import dev.akin.cli.output.Console;
import dev.akin.cli.run.LibraryFiles;
import dev.akin.cli.run.QueryRunner;
import dev.akin.recommend.LibraryQuery;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.Weighted;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
          + " among the topics by their size.",
      "With --all it writes the related papers of every paper of the index into a folder, for"
          + " systems that show them without a service: lists/ has a JSON file for each paper, with"
          + " the answer of the HTTP API. changes-0001/ and so on have what each run changed, as"
          + " JSON lines and as bulk updates for Solr and OpenSearch. Run it again after every akin"
          + " index; a run that was stopped goes on where it was. Abstracts are left out unless"
          + " --fields names them."
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
  ExitCode.EXISTS,
  ExitCode.IO,
  ExitCode.TRY_LATER,
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

  @Group(OptionGroup.OUTPUT)
  @Option(
      names = "--all",
      description = "Write the related papers of every paper of the index; needs --out.")
  private boolean all;

  @Group(OptionGroup.OUTPUT)
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "With --all: a new folder, or that of an earlier run.")
  private @Nullable Path out;

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
    if (all || out != null) {
      asking.writeAll(Usage.of(spec, this::folder));
    } else if (files.isEmpty() && !zotero.areGiven()) {
      asking.ask(() -> new Query(positives(), negatives()));
    } else {
      Usage.of(spec, options::withoutAspect);
      LibraryFiles library =
          Usage.of(spec, () -> LibraryFiles.read(files, System.in, console).with(zotero, console));
      asking.ask(library, () -> new LibraryQuery(library.entries(), positives(), negatives()));
    }
  }

  /// The folder of the lists of all papers.
  private Path folder() {
    if (out == null || !all) {
      throw new IllegalArgumentException("--all and --out need each other");
    }
    if (Stream.of(ids, not, texts, files).anyMatch(list -> !list.isEmpty())) {
      throw new IllegalArgumentException(
          "--all is for every paper: leave out ID and other examples");
    }
    options.withoutAspect();
    return out;
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
