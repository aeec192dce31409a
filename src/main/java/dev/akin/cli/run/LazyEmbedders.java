package dev.akin.cli.run;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Embedders that are loaded when they are first used: most commands never need a model. To know
/// its languages, only its card is read.
///
/// @hidden public for its own room only
public final class LazyEmbedders implements Supplier<Embedders>, AutoCloseable {
  private final Supplier<Models> models;
  private @Nullable Models found;
  private final EmbedOptions options;
  private @Nullable Embedders embedders;

  public LazyEmbedders(Models models, EmbedOptions options) {
    this(() -> models, options);
  }

  /// @param models asked for with the embedders
  public LazyEmbedders(Supplier<Models> models, EmbedOptions options) {
    this.models = models;
    this.options = options;
  }

  @Override
  public synchronized Embedders get() {
    if (embedders == null) {
      embedders = Embedders.open(models(), options);
    }
    return embedders;
  }

  /// Whether the models know a language.
  ///
  /// @param language a code of ISO 639-1
  public synchronized boolean know(String language) {
    return models().know(language);
  }

  private Models models() {
    if (found == null) {
      found = models.get();
    }
    return found;
  }

  @Override
  public synchronized void close() {
    if (embedders != null) {
      embedders.close();
    }
  }
}
