package dev.akin.spark;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.embed.model.Precision;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.spark.SparkFiles;

/// The model on an executor, whose files Spark has brought there once. Each core that embeds has a
/// session of one thread; sessions are kept for the next shard.
///
/// @param precision of the model
record ExecutorModel(Precision precision) implements Serializable {
  /// In each executor: sessions that nobody uses. They end with the process.
  private static final Queue<Embedders> IDLE = new ConcurrentLinkedQueue<>();

  Models models() {
    Path folder = Path.of(SparkFiles.getRootDirectory());
    return Models.of(ModelFolder.open(folder).withPrecision(precision));
  }

  /// Does some work with a session of its own.
  <T> T with(Function<Embedders, T> work) {
    Embedders idle = IDLE.poll();
    Embedders session =
        idle == null ? Embedders.open(models(), EmbedOptions.onAllCores().withThreads(1)) : idle;
    try {
      return work.apply(session);
    } finally {
      IDLE.add(session);
    }
  }
}
