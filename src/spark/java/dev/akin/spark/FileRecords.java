package dev.akin.spark;

import dev.akin.exchange.Shard;
import dev.akin.job.TextKeys;
import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// The records of one input file, each with the shard that its text belongs to. Records that were
/// skipped and papers without a text are in the first shard, which counts them. Closes the file at
/// its end.
final class FileRecords implements Iterator<Tuple2<ShardPlace, ShardRecord>> {
  private final PaperReader reader;
  private final TextKeys keys;
  private final int file;
  private final int shards;
  private final Queue<Problem> problems = new ArrayDeque<>();
  private long records;
  private @Nullable Paper next;

  /// @param file number of the input file
  FileRecords(String path, int file, ReadOptions options, TextKeys keys, int shards) {
    this.reader = PaperReader.open(PaperSource.of(Path.of(path)), options, problems::add);
    this.keys = keys;
    this.file = file;
    this.shards = shards;
    read();
  }

  private void read() {
    next = reader.next();
    if (next == null) {
      reader.close();
    }
  }

  @Override
  public boolean hasNext() {
    return next != null || !problems.isEmpty();
  }

  @Override
  public Tuple2<ShardPlace, ShardRecord> next() {
    Problem problem = problems.poll();
    if (problem != null) {
      return new Tuple2<>(new ShardPlace(1, file, records++), ShardRecord.of(problem));
    }
    Paper paper = next;
    if (paper == null) {
      throw new NoSuchElementException();
    }
    ShardRecord record = ShardRecord.of(paper, reader.origin());
    ShardPlace place = new ShardPlace(shard(paper), file, records++);
    read();
    return new Tuple2<>(place, record);
  }

  private int shard(Paper paper) {
    var key = keys.keyOf(paper);
    return key == null ? 1 : Shard.of(key.value(), shards);
  }
}
