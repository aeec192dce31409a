package dev.akin.cli;

import dev.akin.recommend.Example;
import dev.akin.recommend.Query;
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
    description = "Prints papers like the given ones.",
    footer = {
      "Examples:",
      "  akin related vaswani-2017-attention --index akin-demo",
      "  akin related 2024.acl-long.12 --not 2020.acl-main.5 --from 2022 --limit 20",
      "  akin related --text \"We measure how people point at small targets\" --mode semantic",
      "  akin related doi:10.1145/362384.362685 --format json | jq -r '.results[].id'"
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

  @Mixin private QueryOptions options;

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  private final Console console;

  RelatedCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    new Asking(spec, console).ask(index, model, this::query, options);
  }

  private Query query() {
    Stream<Example> papers = ids.stream().map(Example.LikePaper::new);
    Stream<Example> like = texts.stream().map(Example.LikeText::new);
    Stream<Example> unlike = not.stream().map(Example.LikePaper::new);
    return Query.of(Stream.concat(papers, like).toList(), unlike.toList());
  }
}
