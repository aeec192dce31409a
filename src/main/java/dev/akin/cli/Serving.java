package dev.akin.cli;

import dev.akin.cli.option.ListenOptions;
import dev.akin.cli.option.LogFormat;
import dev.akin.cli.option.ServiceOptions;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.LogLine;
import dev.akin.cli.process.LogLines;
import dev.akin.cli.process.Logging;
import dev.akin.cli.process.StopSignal;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.AkinServer;
import dev.akin.serve.ServeOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Runs the service until a signal comes.
///
/// @param console to print to
/// @param signal that ends it
/// @param listen where
/// @param service for whom
record Serving(Console console, StopSignal signal, ListenOptions listen, ServiceOptions service) {
  /// The work that may wait for the model before texts are refused.
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /// Serves until a signal has come and all requests are done.
  void serve(PaperIndex index, LazyEmbedders embedders) {
    Logging.start(service.log());
    ServedModels models = new ServedModels(embedders);
    CountDownLatch stop = new CountDownLatch(1);
    try (LogLines log = new LogLines(console.err());
        AkinServer server =
            AkinServer.start(index, new Recommender(index, models), models, options(log))) {
      signal.onStop(stop::countDown);
      greet(server.port());
      models.load(index);
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServeOptions options(LogLines log) {
    ServeOptions options =
        ServeOptions.at(listen.host(), listen.port(), new Versions().build())
            .withAccess(service.access());
    LogLine line = new LogLine(service.log());
    return service.log() == LogFormat.OFF
        ? options
        : options.withLog(exchange -> log.add(line.of(exchange)));
  }

  private void greet(int port) {
    if (service.access().keys().isEmpty() && !AkinServer.isLoopback(listen.host())) {
      console
          .err()
          .println(
              "akin: everybody who reaches this machine may ask; --key-file lets in whom you tell.");
    }
    console.out().println();
    console.out().printf("Serving at http://%s:%d — Ctrl-C stops.%n", listen.host(), port);
    console.out().flush();
  }
}
