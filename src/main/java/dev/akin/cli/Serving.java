package dev.akin.cli;

import dev.akin.index.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.AkinServer;
import dev.akin.serve.ServeOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs the service until a signal comes.
///
/// @param console to print to
/// @param signal that ends it
/// @param listen where
record Serving(Console console, StopSignal signal, ListenOptions listen) {
  /// Serves until a signal has come and all requests are done.
  void serve(PaperIndex index, LazyEmbedders embedders) {
    AtomicBoolean modelReady = new AtomicBoolean();
    CountDownLatch stop = new CountDownLatch(1);
    ServeOptions options = ServeOptions.at(listen.host(), listen.port(), new Versions().akin());
    try (AkinServer server =
        AkinServer.start(index, new Recommender(index, embedders), modelReady::get, options)) {
      signal.onStop(stop::countDown);
      console.out().println();
      console
          .out()
          .printf("Serving at http://%s:%d — Ctrl-C stops.%n", listen.host(), server.port());
      console.out().flush();
      embedders.get();
      modelReady.set(true);
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
