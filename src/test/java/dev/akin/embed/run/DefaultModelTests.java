package dev.akin.embed.run;

import dev.akin.embed.Folders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Tests that embed with the default model, which is loaded once for each class.
abstract class DefaultModelTests {
  static ModelFolder model;
  static Embedder embedder;

  @BeforeAll
  static void open() {
    model = new ModelStore(Folders.MODELS).find(ModelStore.DEFAULT_MODEL);
    embedder = Embedder.open(model, EmbedOptions.onAllCores());
  }

  @AfterAll
  static void close() {
    embedder.close();
  }
}
