package dev.akin.cli.run;

import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.model.Models;
import dev.akin.index.store.PaperTexts;
import dev.akin.job.TextKeys;
import dev.akin.vector.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the models of an index read of a paper, by their cards: no model is loaded.
///
/// @param store where the models are looked for
///
/// @hidden public for its own room only
public record TextsOfModels(ModelStore store) {
  /// Empty if one of the models is not there.
  public Optional<PaperTexts> of(List<Space> spaces) {
    List<ModelFolder> folders = new ArrayList<>();
    List<ModelFolder> there = there();
    for (Space space : spaces) {
      there.stream()
          .map(folder -> folder.of(space))
          .filter(folder -> folder.space().equals(space))
          .findFirst()
          .ifPresent(folders::add);
    }
    return folders.size() == spaces.size()
        ? Optional.of(new TextKeys(new Models(folders)))
        : Optional.empty();
  }

  private List<ModelFolder> there() {
    try {
      return store.list();
    } catch (EmbedException e) {
      // No folder of models, or none that can be read: the index can be looked at all the same.
      return List.of();
    }
  }
}
