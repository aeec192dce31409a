package dev.akin.cli.output;

import dev.akin.exchange.Shard;
import dev.akin.exchange.VectorOrigin;
import dev.akin.job.progress.EmbedSummary;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What `akin embed` did, in words or as JSON.
///
/// @hidden public for its own room only
public final class EmbedText {
  private EmbedText() {}

  /// What it did, in words.
  public static String of(EmbedSummary done, Shard shard, VectorOrigin origin, Path folder) {
    return String.format(
        Locale.ROOT,
        "%,d read = %,d embedded + %,d finished before + %,d with the text of another paper"
            + " + %,d in other shards + %,d without text + %,d skipped%n"
            + "%.1f s · %.1f papers/s · %,d tokens, %,.0f tokens/s · %,d longer than the model"
            + " reads%n"
            + "vectors of %s in %s, shard %s",
        done.read(),
        done.embedded(),
        done.finished(),
        done.sharedText(),
        done.otherShards(),
        done.withoutText(),
        done.refused(),
        done.elapsed().toMillis() / 1e3,
        done.papersPerSecond(),
        done.tokens(),
        done.tokensPerSecond(),
        done.truncated(),
        origin.model(),
        folder,
        shard);
  }

  /// What it did, as JSON.
  public static ObjectNode json(EmbedSummary done, Shard shard, VectorOrigin origin) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("read", done.read())
        .put("embedded", done.embedded())
        .put("finished", done.finished())
        .put("sharedText", done.sharedText())
        .put("otherShards", done.otherShards())
        .put("withoutText", done.withoutText())
        .put("refused", done.refused())
        .put("truncated", done.truncated())
        .put("tokens", done.tokens())
        .put("seconds", done.elapsed().toMillis() / 1e3)
        .put("tokensPerSecond", Math.round(done.tokensPerSecond()))
        .put("papersPerSecond", Math.round(done.papersPerSecond() * 10) / 10.0)
        .put("shard", shard.toString())
        .put("model", origin.model())
        .put("identity", origin.identity());
  }
}
