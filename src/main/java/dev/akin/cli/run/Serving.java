package dev.akin.cli.run;

import dev.akin.cli.help.Versions;
import dev.akin.cli.option.ListenOptions;
import dev.akin.cli.option.LogFormat;
import dev.akin.cli.option.ServiceOptions;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.LogLine;
import dev.akin.cli.process.LogLines;
import dev.akin.cli.process.Logging;
import dev.akin.cli.process.StopSignal;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.report.ReportMap;
import dev.akin.serve.AkinServer;
import dev.akin.serve.ServeOptions;
import dev.akin.serve.monitor.BoxCounts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Runs the service until a signal comes.
///
/// @param console to print to
/// @param signal that ends it
/// @param listen where
/// @param service for whom
///
/// @hidden public for its own room only
public record Serving(
    Console console, StopSignal signal, ListenOptions listen, ServiceOptions service) {
  /// If more work than this is waiting for the model, the service refuses texts.
  public static final Duration PATIENCE = Duration.ofSeconds(1);

  /// Serves until a signal has come and all requests are done.
  ///
  /// @param map of a report; absent for none
  public void serve(PaperIndex index, LazyEmbedders embedders, @Nullable ReportMap map) {
    Logging.start(service.log());
    ServedModels models = new ServedModels(embedders);
    CountDownLatch stop = new CountDownLatch(1);
    try (BoxCounts counts = service.counts();
        LogLines log = new LogLines(console.err());
        AkinServer server =
            AkinServer.start(
                index,
                new Recommender(index, models, embedders::know),
                models,
                options(log, counts).withMap(map))) {
      signal.onStop(stop::countDown);
      greet(server.port(), map != null);
      models.load(index);
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ServeOptions options(LogLines log, @Nullable BoxCounts counts) {
    ServeOptions usual =
        ServeOptions.at(listen.host(), listen.port(), new Versions().build())
            .withAccess(service.access())
            .withMaxAge(service.maxAge());
    ServeOptions asked = service.mcp() ? usual.withMcp() : usual;
    ServeOptions options = counts == null ? asked : asked.withCounts(counts);
    LogLine line = new LogLine(service.log());
    return service.log() == LogFormat.OFF
        ? options
        : options.withLog(exchange -> log.add(line.of(service.logged(exchange))));
  }

  private void greet(int port, boolean hasMap) {
    if (service.access().keys().isEmpty() && !AkinServer.isLoopback(listen.host())) {
      console
          .err()
          .println(
              "Warning: anyone who can reach this machine can query akin. Use --key-file to require"
                  + " a key.");
    }
    console.out().println();
    String address = "http://" + listen.host() + ":" + port;
    console.out().println("Serving at " + address + " — stop it with Ctrl-C.");
    if (hasMap) {
      console.out().println("A map of the papers is at " + address + "/map");
    }
    console.out().flush();
  }
}
