package dev.akin.serve;

import dev.akin.index.PaperIndex;
import dev.akin.recommend.Recommender;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/// The HTTP service: answers from an index, and follows its commits. It only reads. Close it: then
/// readiness goes first, running requests finish, and nothing runs any more. It owns neither the
/// index nor the recommender.
public final class AkinServer implements AutoCloseable {
  private final PaperIndex index;
  private final Recommender recommender;
  private final BooleanSupplier modelReady;
  private final ServeOptions options;
  private final CommitWatcher watcher;
  private final Javalin javalin;
  private volatile boolean stopping;

  private AkinServer(
      PaperIndex index, Recommender recommender, BooleanSupplier modelReady, ServeOptions options) {
    this.index = index;
    this.recommender = recommender;
    this.modelReady = modelReady;
    this.options = options;
    this.watcher = new CommitWatcher(index, options.refreshEvery());
    this.javalin = Javalin.create(this::configure);
  }

  /// Starts the service.
  ///
  /// @param modelReady whether texts can be embedded already
  /// @throws PortInUseException if it cannot listen where it should
  public static AkinServer start(
      PaperIndex index, Recommender recommender, BooleanSupplier modelReady, ServeOptions options) {
    AkinServer server = new AkinServer(index, recommender, modelReady, options);
    try {
      server.javalin.start(options.host(), options.port());
    } catch (JavalinBindException e) {
      throw new PortInUseException(options.host(), options.port(), e);
    }
    server.watcher.start();
    return server;
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyServer(this::drainBeforeStopping);
    config.routes.before(AkinServer::secure);
    config.routes.exception(Exception.class, Failures::answer);
    config.routes.exception(HttpResponseException.class, Failures::answer);
    config.routes.error(404, Failures::noRoute);
    config.routes.error(405, Failures::noRoute);
    Routes.get(config.routes, "/livez", context -> context.result("ok"));
    Routes.get(config.routes, "/readyz", this::ready);
    new ApiRoutes(index, recommender, options.version()).addTo(config.routes);
    new PageRoutes(index, recommender).addTo(config.routes);
  }

  /// Javalin's own stop cuts running requests.
  private void drainBeforeStopping(Server server) {
    server.insertHandler(new GracefulHandler());
    server.setStopTimeout(options.stopTimeout().toMillis());
    server.setErrorHandler(new JettyErrors());
  }

  private static void secure(Context context) {
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
  }

  private void ready(Context context) {
    if (stopping || !modelReady.getAsBoolean()) {
      String why = stopping ? "stopping" : "the model is being loaded";
      context.status(503).header("Retry-After", "1").result(why);
    } else {
      context.result(watcher.problem().map(problem -> "degraded: " + problem).orElse("ready"));
    }
  }

  /// The port it listens at.
  public int port() {
    return javalin.port();
  }

  /// Drains and stops.
  @Override
  public void close() {
    stopping = true;
    watcher.close();
    javalin.stop();
  }
}
