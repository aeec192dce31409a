package dev.akin.cli;

import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelsLocation;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.run.TextsOfModels;
import dev.akin.index.store.CheckResult;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.Verification;
import dev.akin.index.store.VerifyOptions;
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
    header = "Check an index: files, vectors, texts, counts, search.",
    description =
        "Checks everything in an index: the checksum of every file, every vector, the text of every"
            + " paper, all counts, and how well the search graph finds. It changes nothing, and a"
            + " job may write meanwhile.",
    footer = {
      "akin verify --index my-index",
      "akin verify --sample 1000 --format json | jq .whole"
    })
@EndsWith({
  ExitCode.WRONG,
  ExitCode.OUT_OF_MEMORY,
  ExitCode.NO_INPUT,
  ExitCode.IO,
  ExitCode.CONFIGURATION
})
final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Number of papers to search for in the graph and exactly; recall@10 below 0.95 is wrong."
              + " 0 leaves this out. Default: 200.")
  private int sample;

  @Mixin private ResultFormat format;

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
    Verification found = index.store().verify(options);
    if (format.isJson()) {
      console.out().println(json(found));
    } else {
      print(found);
    }
    return (found.isWhole() ? ExitCode.DONE : ExitCode.WRONG).code();
  }

  private void print(Verification found) {
    PrintWriter out = console.out();
    IndexInfo info = found.info();
    out.println(
        console.bold(index.name())
            + (info == null ? "" : "  build " + info.build() + ", commit " + info.commit()));
    out.println();
    out.println(console.bold("%12s  %8s".formatted("checked", "wrong")));
    for (CheckResult part : found.checked()) {
      String note = part.note() == null ? "" : ": " + part.note();
      out.printf("%,12d  %,8d  %s%s%n", part.count(), part.wrong(), part.what(), note);
    }
    out.println();
    found.checked().forEach(this::printWrong);
    out.println(found.isWhole() ? "The index is whole." : "The index is not whole.");
  }

  private void printWrong(CheckResult part) {
    part.named().forEach(console.out()::println);
    long more = part.wrong() - part.named().size();
    if (more > 0) {
      console.out().println("… and " + Printable.count(more) + " more: " + part.what());
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
