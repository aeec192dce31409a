package dev.akin.cli;

import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelsLocation;
import dev.akin.cli.option.OutputFormat;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.index.care.CheckResult;
import dev.akin.index.care.Verification;
import dev.akin.index.care.VerifyOptions;
import dev.akin.index.commit.IndexInfo;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `akin verify`
@Command(
    name = "verify",
    description = {
      "Looks at everything in an index: each file against its checksum, each vector, each paper's"
          + " text, the counts, and how well the graph finds. Nothing is changed, and a job may write"
          + " meanwhile. Ends with 1 if something is wrong, and names it."
    },
    footer = {
      "Examples:",
      "  akin verify --index akin-demo",
      "  akin verify --sample 1000 --format json | jq .whole"
    })
final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Papers to search for in the graph and exactly; recall@10 below 0.95 is wrong; 0 leaves"
              + " that out. Default: 200.")
  private int sample;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json. Default: table.")
  private OutputFormat format;

  @Mixin private IndexLocation index;

  @Mixin private ModelsLocation models;

  @Spec private CommandSpec spec;

  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TextsOfModels texts = new TextsOfModels(models.store());
    VerifyOptions options = Usage.of(spec, () -> new VerifyOptions(sample, texts::of));
    Verification found = Verification.of(index.directory(), options);
    switch (format) {
      case TABLE -> print(found);
      case JSON -> console.out().println(json(found));
    }
    return (found.isWhole() ? ExitCode.DONE : ExitCode.WRONG).code();
  }

  private void print(Verification found) {
    PrintWriter out = console.out();
    IndexInfo info = found.info();
    out.println(
        console.bold(index.directory().toString())
            + (info == null ? "" : "  build " + info.build() + ", commit " + info.commit()));
    out.println();
    out.println(console.bold("%12s  %8s".formatted("looked at", "wrong")));
    for (CheckResult part : found.checked()) {
      String note = part.note() == null ? "" : ": " + part.note();
      out.printf("%,12d  %,8d  %s%s%n", part.count(), part.wrong(), part.what(), note);
    }
    out.println();
    found.checked().forEach(this::printWrong);
    out.println(found.isWhole() ? "whole" : "not whole");
  }

  private void printWrong(CheckResult part) {
    part.named().forEach(console.out()::println);
    long more = part.wrong() - part.named().size();
    if (more > 0) {
      console.out().printf("… and %,d more %s%n", more, part.what());
    }
  }

  private static ObjectNode json(Verification found) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("whole", found.isWhole());
    IndexInfo info = found.info();
    if (info != null) {
      node.put("build", info.build()).put("commit", info.commit()).put("papers", info.papers());
    }
    ArrayNode checked = node.putArray("checked");
    for (CheckResult part : found.checked()) {
      ObjectNode item = checked.addObject();
      item.put("what", part.what()).put("count", part.count()).put("wrong", part.wrong());
      ArrayNode named = item.putArray("named");
      part.named().forEach(named::add);
      if (part.note() != null) {
        item.put("note", part.note());
      }
    }
    return node;
  }
}
