package dev.akin.faults.job;

import dev.akin.faults.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A model that an index was not made with: the usual weights with another template. Nothing has to
/// be fetched.
final class OtherModel {
  private static final String NAME = "other";

  private OtherModel() {}

  /// The job that gives an index this model.
  static Command index(Setting setting, Path index) throws IOException {
    Path models = setting.folder().resolve("models");
    if (!Files.exists(models.resolve(NAME))) {
      write(setting.home().resolve("models/all-minilm-l6-v2"), models.resolve(NAME));
    }
    return Command.of(setting, "index", "--index", index.toString())
        .with("--model", NAME, "--models", models.toString());
  }

  private static void write(Path model, Path other) throws IOException {
    Files.createDirectories(other);
    for (String file : List.of("model.onnx", "tokenizer.json")) {
      Files.createSymbolicLink(other.resolve(file), model.resolve(file));
    }
    String card = Files.readString(model.resolve("model.json"));
    Files.writeString(
        other.resolve("model.json"),
        card.replace("all-minilm-l6-v2\"", NAME + "\"")
            .replace("{title} {abstract}", "{abstract} {title}"));
  }
}
