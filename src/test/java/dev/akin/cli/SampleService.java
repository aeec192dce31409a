package dev.akin.cli;

import dev.akin.Temporary;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.ServedModels;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.AkinServer;
import dev.akin.serve.ServeOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// The service of the demo: the sample papers, with the default model. Close it.
final class SampleService implements AutoCloseable {
  private final Path folder;
  private final PaperIndex index;
  private final LazyEmbedders embedders;
  private final AkinServer server;

  private SampleService(Path folder) {
    this.folder = folder;
    CommandRun demo = CommandRun.of("demo", "--no-serve", "--index", folder.toString());
    if (demo.code() != 0) {
      throw new AssertionError(demo.err());
    }
    this.index = new LuceneStore(folder).open(PaperIndex.Check.NEWEST);
    this.embedders =
        new LazyEmbedders(
            Models.of(ModelFolder.open(Path.of("models/all-minilm-l6-v2"))),
            EmbedOptions.onAllCores());
    ServedModels models = new ServedModels(embedders);
    this.server =
        AkinServer.start(
            index,
            new Recommender(index, models, embedders::know),
            models,
            ServeOptions.at("127.0.0.1", 0, "test"));
    models.load(index);
  }

  static SampleService start() {
    try {
      return new SampleService(Files.createTempDirectory("akin-sample"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An address of the service.
  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  @Override
  public void close() {
    server.close();
    embedders.close();
    index.close();
    Temporary.delete(folder);
  }
}
