package dev.akin.spark;

import dev.akin.exchange.Shard;
import dev.akin.exchange.VectorOrigin;
import dev.akin.exchange.VectorParts;
import dev.akin.job.ShardEmbedding;
import dev.akin.job.TextKeys;
import dev.akin.read.PaperFormat;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// What the executors do: read files, and embed shards.
///
/// @param format of the files; absent if it is found by content
/// @param out the folder for the vectors, the same on all machines
/// @param shards how many there are
record ShardTask(ExecutorModel model, @Nullable PaperFormat format, String out, int shards)
    implements Serializable {
  /// Reads one file.
  ///
  /// @param file its path and number
  Iterator<Tuple2<ShardPlace, ShardRecord>> read(Tuple2<String, Integer> file) {
    return new FileRecords(
        file._1(), file._2(), new ReadOptions(format, null), new TextKeys(model.models()), shards);
  }

  /// Embeds the records of one shard and writes their vectors.
  Iterator<ShardResult> embed(Iterator<Tuple2<ShardPlace, ShardRecord>> records) {
    List<String> problems = new ArrayList<>();
    ShardResult done =
        model.with(
            session -> {
              VectorOrigin origin = VectorOrigin.of(session.models().spaces().getFirst());
              Shard shard = new Shard(TaskContext.getPartitionId() + 1, shards);
              try (VectorParts parts = VectorParts.open(Path.of(out), shard, origin)) {
                ShardEmbedding texts =
                    new ShardEmbedding(
                        parts,
                        session.models(),
                        () -> session,
                        problem -> problems.add(problem.toString()),
                        () -> false);
                records.forEachRemaining(each -> add(each._2(), texts));
                return ShardResult.of(texts.finish(), problems);
              }
            });
    return List.of(done).iterator();
  }

  private static void add(ShardRecord record, ShardEmbedding texts) {
    String problem = record.problem();
    if (problem == null) {
      texts.add(record.paper(), record.origin());
    } else {
      texts.refuse(new Problem(record.file(), record.line(), record.byteOffset(), problem));
    }
  }
}
