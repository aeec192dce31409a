package dev.akin.cli;

import dev.akin.index.PaperIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `akin serve`
@Command(
    name = "serve",
    description =
        "Serves an index over HTTP: related papers, search, a page to browse. Follows new commits"
            + " of the index without a restart.",
    footer = {
      "Examples:",
      "  akin serve --index akin-demo",
      "  curl -s 'http://127.0.0.1:7070/v1/related?id=vaswani-2017-attention&limit=3'"
    })
final class ServeCommand implements Runnable {
  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  @Mixin private ListenOptions listen;

  private final Console console;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    try (PaperIndex opened = PaperIndex.open(index.directory(), PaperIndex.Check.FILES);
        LazyEmbedder embedder = model.embedder(Asking.modelOf(opened, model))) {
      new Serving(console, listen).serve(opened, embedder);
    }
  }
}
