package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.guard.Origins;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.guard.RequestBodies;
import dev.akin.serve.mcp.McpAnswers;
import dev.akin.serve.mcp.McpEndpoint;
import dev.akin.serve.mcp.McpReply;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.request.Parameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The Model Context Protocol by HTTP, without sessions: each message is a request of its own, and
/// guarded like all others.
final class McpRoute {
  private static final String PATH = "/mcp";
  private static final String VERSION = "MCP-Protocol-Version";

  private final boolean isOn;
  private final Origins origins;
  private final RequestBodies bodies;
  private final McpEndpoint endpoint;

  McpRoute(ServeOptions options, RequestBodies bodies, McpAnswers answers) {
    this.isOn = options.mcp();
    this.origins = new Origins(options.access().origins());
    this.bodies = bodies;
    this.endpoint = McpEndpoint.of(answers, options.version());
  }

  void addTo(RoutesConfig routes) {
    Routes.post(routes, PATH, this::answer);
  }

  private void answer(Context context) {
    Parameters.of(context, Set.of());
    if (!isOn) {
      throw new RefusedRequest(404, "agents cannot ask this service; start it with --mcp");
    }
    origins.check(context);
    requireVersion(context);
    McpReply reply = endpoint.answer(new String(bodies.read(context), StandardCharsets.UTF_8));
    switch (reply.kind()) {
      case ANSWERED -> send(context, 200, reply);
      case ACCEPTED -> context.status(202);
      case REFUSED -> send(context, 400, reply);
    }
  }

  private static void requireVersion(Context context) {
    String version = context.header(VERSION);
    if (version != null && !McpEndpoint.speaks(version)) {
      throw RefusedRequest.badRequest(
          VERSION, "must be one of " + String.join(", ", McpEndpoint.versions()));
    }
  }

  private static void send(Context context, int status, McpReply reply) {
    context.status(status).contentType("application/json").result(reply.json());
  }

  /// Computes answers within the limits of the service.
  record Limited(PaperIndex index, TimedAnswers timed, LibraryPlaces places, Failures failures)
      implements McpAnswers {
    @Override
    public <T> T compute(BiFunction<Recommender, IndexSnapshot, T> answer) {
      Deadline deadline = timed.deadlines().get();
      try (IndexSnapshot snapshot = index.snapshot()) {
        return timed.compute(snapshot, deadline, answer);
      }
    }

    @Override
    public <L, T> T compute(
        Function<Deadline, L> read, Function<L, BiFunction<Recommender, IndexSnapshot, T>> answer) {
      return places.answer(read, library -> compute(answer.apply(library)));
    }

    @Override
    public String failed(RuntimeException failure) {
      return failures.inside(failure).detail();
    }
  }
}
