package dev.akin.cli;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Embedders that are loaded when they are first used: most commands never need a model.
final class LazyEmbedders implements Supplier<Embedders>, AutoCloseable {
  private final Supplier<Models> models;
  private final EmbedOptions options;
  private @Nullable Embedders embedders;

  LazyEmbedders(Models models, EmbedOptions options) {
    this(() -> models, options);
  }

  /// @param models asked for with the embedders
  LazyEmbedders(Supplier<Models> models, EmbedOptions options) {
    this.models = models;
    this.options = options;
  }

  @Override
  public synchronized Embedders get() {
    if (embedders == null) {
      embedders = Embedders.open(models.get(), options);
    }
    return embedders;
  }

  @Override
  public synchronized void close() {
    if (embedders != null) {
      embedders.close();
    }
  }
}
