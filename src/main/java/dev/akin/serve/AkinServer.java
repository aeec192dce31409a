package dev.akin.serve;

import dev.akin.index.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.guard.AccessControl;
import dev.akin.serve.guard.Limits;
import dev.akin.serve.guard.RequestBodies;
import dev.akin.serve.guard.RunningRequests;
import dev.akin.serve.guard.SecurityHeaders;
import dev.akin.serve.guard.SlowClients;
import dev.akin.serve.monitor.AccessLog;
import dev.akin.serve.monitor.CommitWatcher;
import dev.akin.serve.monitor.Health;
import dev.akin.serve.monitor.ModelState;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.monitor.ServiceMetrics;
import dev.akin.serve.page.Pages;
import dev.akin.serve.page.ProblemJson;
import dev.akin.write.PageStyle;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP service: answers from an index, and follows its commits. It only reads. Close it: then
/// readiness goes first, running requests finish, and nothing runs any more. It owns neither the
/// index nor the recommender.
public final class AkinServer implements AutoCloseable {
  /// How long connections may stay that nobody uses when all requests are answered.
  private static final Duration LAST_CONNECTIONS = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(AkinServer.class);

  private final PaperIndex index;
  private final Recommender recommender;
  private final ModelState models;
  private final ServeOptions options;
  private final CommitWatcher watcher;
  private final RunningRequests running;
  private final ServiceMetrics metrics;
  private final Javalin javalin;
  private final SlowClients slowClients;
  private volatile boolean stopping;

  private AkinServer(
      PaperIndex index, Recommender recommender, ModelState models, ServeOptions options) {
    this.index = index;
    this.recommender = recommender;
    this.models = models;
    this.options = options;
    this.watcher = new CommitWatcher(index, options.refreshEvery());
    this.running = new RunningRequests(options.limits().running());
    this.metrics = new ServiceMetrics(index, models, running::count);
    this.javalin = Javalin.create(this::configure);
    this.slowClients = new SlowClients(this::connections, running, options.limits());
  }

  /// Starts the service.
  ///
  /// @param models of the index
  /// @throws PortInUseException if it cannot listen where it should
  public static AkinServer start(
      PaperIndex index, Recommender recommender, ModelState models, ServeOptions options) {
    AkinServer server = new AkinServer(index, recommender, models, options);
    try {
      server.javalin.start(options.host(), options.port());
    } catch (JavalinBindException e) {
      throw new PortInUseException(options.host(), options.port(), e);
    }
    server.watcher.start();
    server.slowClients.start();
    return server;
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jetty.threadPool = threads();
    config.http.prefer405over404 = true;
    // One answer, one tag, whatever a client unpacks; a proxy in front packs better.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyServer(this::wrap);
    config.jetty.modifyHttpConfiguration(AkinServer::sayLittle);
    // A body that stands still is too slow, too.
    config.jetty.modifyHttpConfiguration(
        http -> http.setIdleTimeout(options.limits().receive().toMillis()));
    config.router.javaLangErrorHandler(this::answerError);
    addRoutes(config.routes);
  }

  /// Connections are watched by threads of the system, which no busy request holds up; requests
  /// have virtual threads.
  private static ThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("akin-http");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("akin-http-"));
    return threads;
  }

  private void addRoutes(RoutesConfig routes) {
    Pages pages = new Pages();
    Failures failures = new Failures(pages);
    Limits limits = options.limits();
    CachedReplies replies = new CachedReplies(index, options, metrics);
    RequestBodies bodies = new RequestBodies(limits, running);
    routes.before(context -> SecurityHeaders.forEach(context::header));
    routes.before(new AccessControl(options.access())::check);
    routes.exception(Exception.class, failures::answer);
    routes.exception(HttpResponseException.class, failures::answer);
    routes.error(404, failures::noRoute);
    new ListRoutes(recommender, replies, pages, limits).addTo(routes);
    new QuestionRoutes(index, recommender, replies, pages, bodies).addTo(routes);
    new PaperRoutes(recommender, replies, pages, limits).addTo(routes);
    new ScholarRoutes(recommender, replies, bodies).addTo(routes);
    new InfoRoutes(index, options.version(), metrics).addTo(routes);
    new DocRoutes(options.version()).addTo(routes);
    new Health(index, models, watcher, () -> stopping).addTo(routes);
    byte[] style = PageStyle.css().getBytes(StandardCharsets.UTF_8);
    Routes.file(routes, "/style.css", "text/css; charset=utf-8", style);
  }

  private void wrap(Server server) {
    server.insertHandler(running);
    if (!options.access().origins().isEmpty()) {
      server.insertHandler(crossOrigin());
    }
    server.setStopTimeout(LAST_CONNECTIONS.toMillis());
    server.setErrorHandler(new JettyErrors());
    server.setRequestLog(new AccessLog(options.access().addresses(), metrics, options.log()));
  }

  private CrossOriginHandler crossOrigin() {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        options.access().origins().stream()
            .map(origin -> origin.equals("*") ? origin : Pattern.quote(origin))
            .collect(Collectors.toSet()));
    handler.setAllowedMethods(Set.of("GET", "HEAD", "POST"));
    handler.setAllowedHeaders(
        Set.of("Accept", "Authorization", "Content-Type", "If-None-Match", "X-API-Key"));
    handler.setExposedHeaders(Set.of("ETag", "Retry-After", "Server-Timing"));
    handler.setPreflightMaxAge(Duration.ofHours(1));
    return handler;
  }

  private static void sayLittle(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  /// What is no exception: above all, a file of the index that was cut off under its readers.
  private void answerError(HttpServletResponse response, Error error) {
    boolean isFile = error instanceof InternalError;
    ProblemJson problem =
        isFile
            ? Failures.hidden(503, "the index cannot be read now", error)
            : Failures.hidden(500, "akin failed", error);
    if (isFile) {
      watcher.foundDamage();
    }
    try {
      response.setStatus(problem.status());
      response.setHeader("Retry-After", "1");
      response.setContentType(ProblemJson.CONTENT_TYPE);
      response.getOutputStream().write(problem.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      error.addSuppressed(e);
    }
  }

  /// The routes that it answers, for what describes them.
  List<Endpoint> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .toList();
  }

  /// Whether only this machine can reach a service that listens at `host`.
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /// The port it listens at.
  public int port() {
    return javalin.port();
  }

  /// Says that it is not ready, waits for a moment so that whoever sends requests here hears of it,
  /// drains and stops.
  @Override
  public void close() {
    stopping = true;
    sleep(options.limits().farewell());
    watcher.close();
    listenNoMore();
    running.drain(options.limits().stop());
    if (running.count() > 0) {
      LOG.warn("{} requests were not done in time, and are cut", running.count());
    }
    connections().forEach(EndPoint::close);
    javalin.stop();
    slowClients.close();
  }

  /// Whoever connects from now on is refused by the system, and who is answered is told that the
  /// connection ends.
  private void listenNoMore() {
    for (Connector connector : javalin.jettyServer().server().getConnectors()) {
      // Connections stay as they are until their requests are answered.
      ((ServerConnector) connector).setShutdownIdleTimeout(-1);
      CompletableFuture<Void> _ = connector.shutdown();
    }
  }

  private Stream<EndPoint> connections() {
    return Arrays.stream(javalin.jettyServer().server().getConnectors())
        .flatMap(connector -> connector.getConnectedEndPoints().stream());
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
