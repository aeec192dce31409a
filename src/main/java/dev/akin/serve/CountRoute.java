package dev.akin.serve;

import dev.akin.serve.guard.Crawlers;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.guard.RequestBodies;
import dev.akin.serve.monitor.BoxCounts;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.request.JsonFields;
import dev.akin.serve.request.Parameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Boxes of other sites say here which ranks were seen or opened.
///
/// @param counts absent if nothing is counted
/// @param bodies with a small maximum size
record CountRoute(@Nullable BoxCounts counts, RequestBodies bodies) {
  /// The maximum size of a body.
  static final int BODY_BYTES = 512;

  private static final int MAX_RANK = 50;

  void addTo(RoutesConfig routes) {
    Routes.post(routes, Crawlers.COUNTS, this::count);
  }

  private void count(Context context) {
    Parameters.of(context, Set.of());
    if (counts == null) {
      throw new RefusedRequest(404, "this service does not count what boxes show");
    }
    JsonFields body = JsonFields.of(bodies.read(context)).requireOnly(Set.of("event", "ranks"));
    BoxCounts.Event event = body.one("event", CountRoute::event);
    if (event == null) {
      throw RefusedRequest.badRequest("event", "is missing");
    }
    String agent = Objects.requireNonNullElse(context.header("User-Agent"), "");
    for (int rank : ranks(body)) {
      counts.count(event, rank, agent);
    }
    context.status(204);
  }

  private static BoxCounts.Event event(String name) {
    return Arrays.stream(BoxCounts.Event.values())
        .filter(event -> event.label().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be seen or opened"));
  }

  private static Set<Integer> ranks(JsonFields body) {
    List<Integer> ranks = body.integers("ranks");
    if (ranks.isEmpty() || ranks.stream().anyMatch(rank -> rank < 1 || rank > MAX_RANK)) {
      throw RefusedRequest.badRequest("ranks", "must be numbers from 1 to " + MAX_RANK);
    }
    return new HashSet<>(ranks);
  }
}
