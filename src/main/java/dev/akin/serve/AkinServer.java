package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.base.Printable;
import dev.akin.embed.Embedders;
import dev.akin.index.store.BackgroundCheck;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.guard.AccessControl;
import dev.akin.serve.guard.Crawlers;
import dev.akin.serve.guard.Limits;
import dev.akin.serve.guard.RequestBodies;
import dev.akin.serve.guard.RunningRequests;
import dev.akin.serve.guard.SecurityHeaders;
import dev.akin.serve.guard.SlowClients;
import dev.akin.serve.monitor.AccessLog;
import dev.akin.serve.monitor.CommitWatcher;
import dev.akin.serve.monitor.Health;
import dev.akin.serve.monitor.LoadedModels;
import dev.akin.serve.monitor.ModelState;
import dev.akin.serve.monitor.ServiceMetrics;
import dev.akin.serve.page.Pages;
import dev.akin.serve.page.ProblemJson;
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

/// The HTTP service. It answers from an index, follows its commits, and only reads. Close it:
/// `/readyz` then says `stopping`, running requests finish, and the service ends. It owns neither
/// the index nor the recommender.
public final class AkinServer implements AutoCloseable {
  /// After all requests are answered: how long unused connections may stay open.
  private static final Duration LAST_CONNECTIONS = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(AkinServer.class);

  private final PaperIndex index;
  private final ModelState models;
  private final ServeOptions options;
  private final CommitWatcher watcher;
  private final BackgroundCheck check;
  private final RunningRequests running;
  private final AnswerThreads threads;
  private final ServiceMetrics metrics;
  private final TimedAnswers timed;
  private final Javalin javalin;
  private final SlowClients slowClients;
  private volatile boolean stopping;

  private AkinServer(
      PaperIndex index, Recommender recommender, ModelState models, ServeOptions options) {
    this.index = index;
    this.models = models;
    this.options = options;
    this.watcher = new CommitWatcher(index, options.refreshEvery());
    this.check =
        index.backgroundCheck(
            options.checkedBytesPerSecond(), failure -> LOG.error("A file of the index.", failure));
    this.running = new RunningRequests(options.limits().running());
    this.threads = new AnswerThreads(options.limits().waiting());
    this.metrics = new ServiceMetrics(index, models, check, running::count, threads::waiting);
    this.timed =
        new TimedAnswers(threads, recommender, () -> Deadline.in(options.limits().deadline()));
    this.javalin = Javalin.create(this::configure);
    this.slowClients = new SlowClients(this::connections, running, options.limits());
  }

  /// Starts the service.
  ///
  /// @param models of the index
  /// @throws PortInUseException if it cannot listen at its address
  public static AkinServer start(
      PaperIndex index, Recommender recommender, ModelState models, ServeOptions options) {
    AkinServer server = new AkinServer(index, recommender, models, options);
    try {
      server.javalin.start(options.host(), options.port());
    } catch (JavalinBindException e) {
      throw new PortInUseException(options.host(), options.port(), e);
    }
    server.watcher.start();
    server.check.start();
    server.slowClients.start();
    return server;
  }

  /// Starts the service inside a program that has loaded the models already. Closing it closes
  /// neither the index nor the models.
  ///
  /// @param embedders of the models of the index
  /// @throws PortInUseException if it cannot listen at its address
  public static AkinServer start(PaperIndex index, Embedders embedders, ServeOptions options) {
    Recommender recommender = new Recommender(index, () -> embedders, embedders.models()::know);
    return start(index, recommender, new LoadedModels(embedders), options);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.jetty.threadPool = threads();
    config.http.prefer405over404 = true;
    // Each answer has one tag, whatever a client can decompress. A proxy compresses better.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyServer(this::wrap);
    config.jetty.modifyHttpConfiguration(AkinServer::hideVersions);
    // Closes connections whose bodies stop arriving.
    config.jetty.modifyHttpConfiguration(
        http -> http.setIdleTimeout(options.limits().receive().toMillis()));
    Pages pages = new Pages(options.map() != null);
    Failures failures = new Failures(pages, watcher::foundDamage);
    config.router.javaLangErrorHandler(
        (response, e) -> answerError(response, failures.inside(e), e));
    addRoutes(config.routes, pages, failures);
  }

  /// Platform threads watch the connections, so no busy request delays them. Requests have virtual
  /// threads, which wait for [AnswerThreads].
  private static ThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("akin-http");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("akin-http-"));
    return threads;
  }

  private void addRoutes(RoutesConfig routes, Pages pages, Failures failures) {
    CachedReplies replies = new CachedReplies(index, timed, options, metrics);
    RequestBodies bodies = new RequestBodies(options.limits(), running);
    routes.before(context -> SecurityHeaders.forEach(context::header));
    routes.before(Crawlers::mark);
    routes.before(new AccessControl(options.access())::check);
    routes.exception(Exception.class, failures::answer);
    routes.exception(HttpResponseException.class, failures::answer);
    routes.error(404, failures::noRoute);
    new ListRoutes(replies, pages).addTo(routes);
    new SearchBoxRoutes(replies).addTo(routes);
    QuestionRoutes questions = new QuestionRoutes(index, timed, replies, pages, bodies);
    questions.addTo(routes);
    new BatchRoute(questions, failures).addTo(routes);
    LibraryPlaces places = new LibraryPlaces(timed);
    new LibraryRoute(places, replies, pages, bodies).addTo(routes);
    new McpRoute(options, bodies, new McpRoute.Limited(index, timed, places, failures))
        .addTo(routes);
    new PaperRoutes(replies, pages).addTo(routes);
    new PageRoutes(replies, pages, models).addTo(routes);
    new MapRoutes(index, options.map()).addTo(routes);
    new ScholarRoutes(replies, bodies).addTo(routes);
    new InfoRoutes(index, options.version(), metrics).addTo(routes);
    new DocRoutes(options.version()).addTo(routes);
    new BoxRoutes(Freshness.of(options), options.counts() != null).addTo(routes);
    Limits small = options.limits().withBodyBytes(CountRoute.BODY_BYTES);
    new CountRoute(options.counts(), new RequestBodies(small, running)).addTo(routes);
    new Health(index, models, watcher, check, () -> stopping).addTo(routes);
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
        Set.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "If-None-Match",
            "MCP-Protocol-Version",
            "X-API-Key"));
    handler.setExposedHeaders(Set.of("ETag", "Retry-After", "Server-Timing"));
    handler.setPreflightMaxAge(Duration.ofHours(1));
    return handler;
  }

  private static void hideVersions(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  /// Answers after an [Error], such as an index file that was cut off while it was read.
  private static void answerError(HttpServletResponse response, ProblemJson problem, Error error) {
    try {
      response.setStatus(problem.status());
      response.setHeader("Retry-After", "1");
      response.setContentType(ProblemJson.CONTENT_TYPE);
      response.getOutputStream().write(problem.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      error.addSuppressed(e);
    }
  }

  /// All routes, for tests of the documents that describe them.
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

  /// Says for a moment that it is not ready, so that load balancers notice. Then it takes no new
  /// connections, answers the requests that are running, and stops.
  @Override
  public void close() {
    stopping = true;
    sleep(options.limits().farewell());
    watcher.close();
    check.close();
    listenNoMore();
    running.drain(options.limits().stop());
    if (running.count() > 0) {
      LOG.warn("Not answered in time, and ended: {}", Printable.count(running.count(), "request"));
    }
    connections().forEach(EndPoint::close);
    javalin.stop();
    threads.close();
    slowClients.close();
  }

  /// Takes no new connections. Answers on the open ones say that the connection is closed.
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
