package dev.akin.faults.job;

import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.faults.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A model of two dimensions and four words, for faults that are not about the model.
final class ToyModel {
  private ToyModel() {}

  /// Puts it into the folder of a fault.
  static void write(Setting setting) {
    Folders.tiny(
        folder(setting),
        TinyModel.giving(TinyModel.Output.STATES),
        card -> card.put("name", "toy"));
  }

  private static Path folder(Setting setting) {
    return setting.folder().resolve("models/toy");
  }

  /// Where the index of that name is.
  static Path path(Setting setting, String index) {
    return setting.folder().resolve(index);
  }

  /// `akin index` with it.
  static Command index(Setting setting, String index, String... arguments) {
    List<String> all = new ArrayList<>(List.of("index"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--model", folder(setting).toString()));
    all.addAll(List.of("--index", path(setting, index).toString()));
    return Command.of(setting, all.toArray(String[]::new));
  }
}
