package dev.akin.cli;

import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.AddedModelOptions;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.AddedModelText;
import dev.akin.cli.output.Console;
import dev.akin.cli.run.HubSource;
import dev.akin.embed.add.AddOptions;
import dev.akin.embed.add.AddedModel;
import dev.akin.embed.add.ModelAddition;
import dev.akin.embed.add.ModelSource;
import dev.akin.harvest.HubModel;
import dev.akin.harvest.ModelHub;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `akin models add`
@Command(
    name = "add",
    header = "Add any sentence-transformers model: from a folder, a zip file or a hub.",
    description = {
      "Adds a model in the layout of sentence-transformers, with its graph in ONNX. Writes its card,"
          + " tries it, rewrites its graph, and measures how it runs fastest here.",
      "It prints what it found in the model's files and what it had to assume. Options say what the"
          + " files do not say, or say wrongly. If the model cannot be used, nothing is added.",
      "hf:ORG/NAME gets the files from huggingface.co, hf:ORG/NAME@REVISION those of a branch, a tag"
          + " or a commit. The token for a model that is not open to all is read from the"
          + " environment variable HF_TOKEN, and sent to the hub alone. If the download breaks off,"
          + " run the command again: it goes on where it was."
    },
    footer = {
      "akin models add path/to/my-model",
      "akin models add hf:sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.EXISTS,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class ModelsAddCommand implements Runnable {
  private static final String TOKEN = "HF_TOKEN";
  private static final String PARTS = ".download";

  @Spec private CommandSpec spec;

  @ParentCommand private ModelsCommand parent;

  @Parameters(
      paramLabel = "SOURCE",
      description = "Folder, zip file, or hf:ORG/NAME or hf:ORG/NAME@REVISION.")
  private String source;

  @Mixin private AddedModelOptions options;

  @Option(names = "--hub", hidden = true, description = "Address of another hub.")
  private @Nullable URI hub;

  private final Console console;

  ModelsAddCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    AddOptions chosen = Usage.of(spec, options::options);
    try (ModelSource from = open()) {
      console.err().println("akin: adding " + from.name() + ", a minute or more …");
      AddedModel added = ModelAddition.add(from, chosen, parent.store());
      if (parent.isJson()) {
        console.out().println(json(added));
      } else {
        AddedModelText.of(added).forEach(console.out()::println);
      }
    }
  }

  private ModelSource open() {
    if (!source.startsWith(HubModel.PREFIX)) {
      requireNoAddress();
      return ModelSource.of(Path.of(source));
    }
    HubModel model = Usage.of(spec, () -> HubModel.parse(source));
    Path parts = parent.store().folder().resolve(PARTS);
    URI address = hub == null ? ModelHub.DEFAULT : hub;
    ModelHub opened =
        Usage.of(spec, () -> ModelHub.of(address, model, System.getenv(TOKEN), parts));
    return HubSource.open(
        model, opened, file -> console.err().println("akin: getting " + file + " …"));
  }

  private void requireNoAddress() {
    String page = ModelHub.DEFAULT + "/";
    if (source.startsWith(page)) {
      throw new ParameterException(
          spec.commandLine(),
          "the model of a page is hf:ORG/NAME, here perhaps %s%s"
              .formatted(HubModel.PREFIX, source.substring(page.length())));
    }
  }

  private static ObjectNode json(AddedModel added) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode model = ModelsCommand.json(added.model());
    model.set("findings", AddedModelText.json(added));
    node.putArray("models").add(model);
    return node;
  }
}
