package dev.akin.serve.monitor;

import dev.akin.index.store.BackgroundCheck;
import dev.akin.index.store.PaperIndex;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Says whether the service is alive, and whether it can answer.
///
/// @param index the index that answers
/// @param models must be loaded before texts can be answered
/// @param watcher knows what is wrong with the index
/// @param check reads the files of the index
/// @param isStopping whether the service is about to end
///
/// @hidden public for its own room only
public record Health(
    PaperIndex index,
    ModelState models,
    CommitWatcher watcher,
    BackgroundCheck check,
    BooleanSupplier isStopping) {
  private static final long LITTLE_SPACE_BYTES = 16 << 20;

  public void addTo(RoutesConfig routes) {
    Routes.get(routes, "/livez", context -> context.result("ok"));
    Routes.get(routes, "/readyz", this::ready);
  }

  private void ready(Context context) {
    BackgroundCheck.Status files = check.status();
    if (isStopping.getAsBoolean()) {
      notReady(context, "stopping");
    } else if (!models.isReady()) {
      notReady(context, "the model is being loaded");
    } else if (!files.damaged().isEmpty()) {
      String named = String.join(", ", files.damaged());
      notReady(context, "damaged: " + named + "; restore the index, or index again");
    } else if (watcher.isDamaged()) {
      notReady(context, "a file of the index cannot be read; restore the index, or index again");
    } else {
      context.result(degraded().map(what -> "degraded: " + what).orElseGet(() -> checked(files)));
    }
  }

  private static String checked(BackgroundCheck.Status files) {
    return files.isComplete()
        ? "ready"
        : "checking: %d %% of the index's files have been read"
            .formatted(100 * files.checkedBytes() / Math.max(1, files.allBytes()));
  }

  /// A problem that does not keep the service from answering, but needs attention.
  private Optional<String> degraded() {
    return watcher
        .problem()
        .or(
            () ->
                index.freeBytes().orElse(Long.MAX_VALUE) < LITTLE_SPACE_BYTES
                    ? Optional.of("the disk of the index is full")
                    : Optional.empty());
  }

  private static void notReady(Context context, String why) {
    context.status(503).header("Retry-After", "1").result(why);
  }
}
