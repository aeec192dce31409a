package dev.akin.cli;

import dev.akin.embed.EmbedException;
import dev.akin.embed.ModelFetch;
import dev.akin.embed.ModelFolder;
import dev.akin.embed.ModelStore;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `akin models`
@Command(
    name = "models",
    description = "Lists the models, and whether they are here and whole.",
    footer = {"Examples:", "  akin models", "  akin models fetch bge-small-en-v1.5"})
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
              "%-26s %-8s %-11s %s%n",
              model.card().name(),
              state(model),
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
      description = "Gets models' files with Maven, and checks them.",
      footer = {"Example:", "  akin models fetch all-minilm-l6-v2-int8 bge-small-en-v1.5"})
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
    for (String name : names == null ? List.of(ModelStore.DEFAULT_MODEL) : names) {
      ModelFolder model = choice.store().find(name);
      console.err().println("akin: fetching " + name + " …");
      new ModelFetch(maven).fetch(model);
      console.out().println(name + " is here and whole: " + model.path());
    }
  }
}
