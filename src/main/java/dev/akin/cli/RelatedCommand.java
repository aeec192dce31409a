package dev.akin.cli;

import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.QueryOptions;
import dev.akin.cli.option.Usage;
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
    description = {
      "Prints papers like the given ones.",
      "",
      "With --file: papers for the reader of a library, for each of the interests that it shows. Its"
          + " entries are found in the index by id, DOI, arXiv id and title; others are read as"
          + " texts. What the library has is not printed. --limit is for all interests together: the"
          + " largest get one paper each, the rest goes by size. IDs and --text add examples, --not"
          + " holds for all interests."
    },
    footer = {
      "Examples:",
      "  akin related vaswani-2017-attention --index akin-demo",
      "  akin related 2024.acl-long.12 --not 2020.acl-main.5 --from 2022 --limit 20",
      "  akin related --text \"We measure how people point at small targets\" --mode semantic",
      "  akin related --file library.bib --from 2024 --limit 20",
      "  akin related doi:10.1145/362384.362685 --format json | jq -r '.results[].id'",
      "  akin related 2024.acl-long.12 --limit 50 --format bibtex > related.bib"
    })
final class RelatedCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description =
          "Ids of papers of the index; arxiv:, doi:, acl:, hdl: and oai: names work, too.")
  private List<String> ids = List.of();

  @Option(names = "--not", paramLabel = "ID", description = "And unlike that paper; repeatable.")
  private List<String> not = List.of();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Papers like a text, such as an abstract; repeatable.")
  private List<String> texts = List.of();

  @Option(
      names = "--file",
      paramLabel = "LIBRARY",
      description =
          "Papers for the reader of a library: BibTeX, RIS, CSL-JSON or what else akin index reads;"
              + " a file, a folder or -; repeatable.")
  private List<String> files = List.of();

  @Mixin private QueryOptions options;

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  private final Console console;

  RelatedCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    QueryRunner asking = new QueryRunner(spec, console, index, model, options);
    if (files.isEmpty()) {
      asking.ask(() -> new Query(positives(), negatives()));
    } else {
      LibraryFiles library = Usage.of(spec, () -> LibraryFiles.read(files, System.in, console));
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
