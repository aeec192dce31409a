package dev.akin.cli;

import dev.akin.embed.EmbedOptions;
import dev.akin.embed.Embedder;
import dev.akin.embed.ModelFolder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An embedder that is loaded when it is first asked for: most commands never need the model.
final class LazyEmbedder implements Supplier<Embedder>, AutoCloseable {
  private final Supplier<ModelFolder> folder;
  private final EmbedOptions options;
  private @Nullable Embedder embedder;

  LazyEmbedder(ModelFolder folder, EmbedOptions options) {
    this(() -> folder, options);
  }

  /// @param folder asked for with the embedder
  LazyEmbedder(Supplier<ModelFolder> folder, EmbedOptions options) {
    this.folder = folder;
    this.options = options;
  }

  @Override
  public synchronized Embedder get() {
    if (embedder == null) {
      embedder = Embedder.open(folder.get(), options);
    }
    return embedder;
  }

  @Override
  public synchronized void close() {
    if (embedder != null) {
      embedder.close();
    }
  }
}
