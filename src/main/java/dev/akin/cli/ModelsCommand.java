package dev.akin.cli;

import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.RewriteText;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelFetch;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.rewrite.ModelRewrite;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `akin models`
@Command(
    name = "models",
    description = "Lists the models, and whether they are here and whole.",
    footer = {
      "A model's line says in which precisions its graph was rewritten: that is faster, and checked"
          + " beside the published graph. Without one the model is computed as published.",
      "",
      "Examples:",
      "  akin models",
      "  akin models fetch bge-small-en-v1.5"
    })
final class ModelsCommand implements Runnable {
  @Mixin private ModelChoice choice;

  private final Console console;

  ModelsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    for (ModelFolder model : choice.store().list()) {
      console
          .out()
          .printf(
              "%-26s %-8s %-19s %-11s %s%n",
              model.card().name(),
              state(model),
              RewriteText.precisions(model),
              model.card().license(),
              model.card().description());
    }
  }

  private static String state(ModelFolder model) {
    if (!model.hasFiles()) {
      return "absent";
    }
    try {
      model.verify();
      return "whole";
    } catch (EmbedException e) {
      return "damaged";
    }
  }

  @Command(
      name = "fetch",
      description =
          "Gets models' files with Maven, checks them, and rewrites their graphs as 'rewrite' does.",
      footer = {"Example:", "  akin models fetch bge-small-en-v1.5"})
  void fetch(
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description = "Models' names. Default: " + ModelStore.DEFAULT_MODEL + ".")
          List<String> names,
      @Option(
              names = "--maven",
              paramLabel = "COMMAND",
              defaultValue = "mvn",
              description = "The command that runs Maven. Default: mvn.")
          String maven) {
    for (ModelFolder model : models(names)) {
      console.err().println("akin: fetching " + model.card().name() + " …");
      new ModelFetch(maven).fetch(model);
      console.out().println(model.card().name() + " is here and whole: " + model.path());
      rewrite(model);
    }
  }

  @Command(
      name = "rewrite",
      description = {
        "Rewrites the graphs of models that are here, so that they compute the same faster: one graph"
            + " for each precision. Each is tried on texts beside the published graph, and kept if its"
            + " vectors are near enough; then it is measured how it runs fastest on this machine.",
        "A graph that akin does not know is left as it is."
      },
      footer = {"Example:", "  akin models rewrite path/to/my-model"})
  void rewrite(
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description =
                  "Models' names, or paths of their folders. Default: "
                      + ModelStore.DEFAULT_MODEL
                      + ".")
          List<String> names) {
    models(names).forEach(this::rewrite);
  }

  private List<ModelFolder> models(List<String> names) {
    return (names == null ? List.of(ModelStore.DEFAULT_MODEL) : names)
        .stream().map(choice.store()::find).toList();
  }

  private void rewrite(ModelFolder model) {
    console
        .err()
        .println("akin: rewriting and measuring " + model.card().name() + ", half a minute …");
    RewriteText.of(model, ModelRewrite.rewrite(model)).forEach(console.out()::println);
  }
}
