package dev.akin.serve.monitor;

import dev.akin.index.PaperIndex;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Whether the service is alive, and whether it can answer.
///
/// @param index that answers
/// @param models which have to be loaded
/// @param watcher which knows what is wrong with the index
/// @param isStopping whether it is about to end
///
/// @hidden public for its own room only
public record Health(
    PaperIndex index, ModelState models, CommitWatcher watcher, BooleanSupplier isStopping) {
  private static final long LITTLE_SPACE_BYTES = 16 << 20;

  public void addTo(RoutesConfig routes) {
    Routes.get(routes, "/livez", context -> context.result("ok"));
    Routes.get(routes, "/readyz", this::ready);
  }

  private void ready(Context context) {
    if (isStopping.getAsBoolean()) {
      notReady(context, "stopping");
    } else if (!models.isReady()) {
      notReady(context, "the model is being loaded");
    } else if (watcher.isDamaged()) {
      notReady(context, "a file of the index cannot be read; put the index back, or index anew");
    } else {
      context.result(degraded().map(what -> "degraded: " + what).orElse("ready"));
    }
  }

  /// What does not keep it from answering, but should not stay.
  private Optional<String> degraded() {
    return watcher
        .problem()
        .or(
            () ->
                index.freeBytes() < LITTLE_SPACE_BYTES
                    ? Optional.of("the disk of the index is full")
                    : Optional.empty());
  }

  private static void notReady(Context context, String why) {
    context.status(503).header("Retry-After", "1").result(why);
  }
}
